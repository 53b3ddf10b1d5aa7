import "server-only";
import { addDays } from "date-fns";
import { type Day, dateOf, dayOf, todayIn } from "@/lib/calendar";
import { db } from "@/lib/db";
import { DECLARE_WITHIN_DAYS, stands } from "@/lib/registrations/rules";
import { findSettings } from "@/lib/settings/queries";
import type { Prisma } from "@/prisma/generated/client";

const daysSelect = {
  orderBy: { day: "asc" },
  select: { id: true, day: true, title: true },
} satisfies Prisma.Event$daysArgs;

/** The events at which a member may say to have registered onsite: begun, not long over, no place there yet. */
export async function listDeclarableEvents(memberId: string, now: Date) {
  const events = await db.event.findMany({
    relationLoadStrategy: "join",
    where: {
      ...(await recentEvents(now)),
      registrations: { none: { memberId, days: { some: { withdrawnAt: null } } } },
    },
    orderBy: [{ lastOn: "desc" }, { id: "desc" }],
    select: { id: true, title: true, firstOn: true, lastOn: true, days: daysSelect },
  });
  return events.flatMap(({ firstOn, lastOn, ...event }) =>
    firstOn && lastOn
      ? [{ ...event, firstOn: dayOf(firstOn), lastOn: dayOf(lastOn), days: event.days.map(plain) }]
      : [],
  );
}

/** The member's places at such events, each with the days that are not registered. */
export async function listDeclarableDays(memberId: string, now: Date) {
  const registrations = await db.registration.findMany({
    relationLoadStrategy: "join",
    where: { memberId, event: await recentEvents(now), days: { some: { withdrawnAt: null } } },
    orderBy: [{ event: { lastOn: "desc" } }, { id: "desc" }],
    select: {
      id: true,
      days: { select: { eventDayId: true, withdrawnAt: true } },
      event: { select: { title: true, firstOn: true, lastOn: true, days: daysSelect } },
    },
  });
  return registrations
    .map(({ id, days, event }) => {
      const registered = new Set(days.filter(stands).map((day) => day.eventDayId));
      const missing = event.days.filter((day) => !registered.has(day.id)).map(plain);
      return { id, title: event.title, days: missing };
    })
    .filter((registration) => registration.days.length > 0);
}

/** The ids of the days of such an event, named by `which`; none where it has not begun or is long over. */
export async function listDaysToDeclare(
  which: Prisma.EventWhereInput,
  now: Date,
): Promise<string[]> {
  const event = await db.event.findFirst({
    relationLoadStrategy: "join",
    where: { AND: [which, await recentEvents(now)] },
    select: { days: { select: { id: true } } },
  });
  return event?.days.map(({ id }) => id) ?? [];
}

/** A registration by the identifiers that staff use, the number of a merged record among them. */
export async function findRegistrationId(
  eventCode: string,
  memberNumber: string,
): Promise<string | null> {
  const [found] = await db.$queryRaw<{ id: string }[]>`
    SELECT r.id FROM registrations r
      JOIN events e ON e.id = r.event_id
      JOIN members m ON m.id = r.member_id
      WHERE e.code_key = identifier_key(${eventCode})
        AND m.id = (SELECT member_id FROM identifiers WHERE key = identifier_key(${memberNumber}))
        AND EXISTS (SELECT FROM members d WHERE m.id IN (d.id, d.merged_into_id)
          AND identifier_key(d.member_number) = identifier_key(${memberNumber}))`;
  return found?.id ?? null;
}

async function recentEvents(now: Date): Promise<Prisma.EventWhereInput> {
  const { timeZone } = await findSettings();
  const today = dateOf(todayIn(timeZone, now));
  return { firstOn: { lte: today }, lastOn: { gte: addDays(today, -DECLARE_WITHIN_DAYS) } };
}

function plain({ day, ...rest }: { id: string; day: Date; title: string }): {
  id: string;
  day: Day;
  title: string;
} {
  return { ...rest, day: dayOf(day) };
}
