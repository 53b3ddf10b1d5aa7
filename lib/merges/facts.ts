import "server-only";
import { dayOf } from "@/lib/calendar";
import { rowSelect } from "@/lib/claims/queries";
import type { Tx } from "@/lib/db";
import { KEPT, shownOf } from "@/lib/directory/rules";
import { isId } from "@/lib/ids";
import type { Side } from "@/lib/merges/rules";
import { type PaymentFacts, stateOf } from "@/lib/payments/rules";
import { stands } from "@/lib/registrations/rules";
import type { Prisma } from "@/prisma/generated/client";

/** How a payment stands when no money of it is here or on its way. */
const SETTLED = ["expired", "refunded", "resolved"];

/** One of two records that may be merged, with all that can clash; null where there is none. */
export async function findSide(tx: Tx, id: string): Promise<Side | null> {
  if (!isId(id)) return null;
  const found = await tx.member.findUnique({ where: { id }, select: sideSelect });
  if (!found) return null;
  const { retiredAt, mergedIntoId, roles, registrations, certifications, renewals, requests } =
    found;
  return {
    id,
    profile: shownOf(found),
    retiredAt,
    mergedIntoId,
    roles: roles.map(({ role }) => role),
    places: registrations.map(placeOf),
    holdings: certifications.map(({ cycles, ...holding }) => ({
      ...holding,
      cycles: cycles.map(({ startsOn, endsOn, renewedAt, ...cycle }) => ({
        ...cycle,
        startsOn: dayOf(startsOn),
        endsOn: dayOf(endsOn),
        isRenewed: renewedAt !== null,
      })),
    })),
    renewals: renewals.map(renewalOf),
    asked: requests.map(({ decidedAt, registrationId, entry, ...request }) => ({
      ...request,
      isOpen: decidedAt === null,
      registrationId: registrationId ?? entry?.registrationId ?? null,
    })),
  };
}

const sideSelect = {
  ...(Object.fromEntries(Object.keys(KEPT).map((name) => [name, true])) as {
    [Name in keyof typeof KEPT]: true;
  }),
  retiredAt: true,
  mergedIntoId: true,
  roles: { orderBy: { role: "asc" }, select: { role: true } },
  registrations: {
    orderBy: { id: "asc" },
    select: {
      id: true,
      event: { select: { id: true, title: true } },
      _count: { select: { submissions: true } },
      days: rowSelect,
    },
  },
  certifications: {
    orderBy: { id: "asc" },
    select: {
      id: true,
      programCode: true,
      cycles: {
        orderBy: { startsOn: "asc" },
        select: { id: true, startsOn: true, endsOn: true, renewedAt: true, renewalId: true },
      },
    },
  },
  renewals: {
    orderBy: { id: "asc" },
    select: {
      id: true,
      dueOn: true,
      windowFrom: true,
      windowTo: true,
      beside: true,
      waivers: { orderBy: { part: "asc" }, select: { part: true } },
      invoices: {
        select: {
          payments: {
            select: {
              standing: true,
              declinedAt: true,
              expiredAt: true,
              pendingAt: true,
              failedAt: true,
              paidAt: true,
              heldAt: true,
              refundRequestedAt: true,
              refundedAt: true,
              refundFailedAt: true,
              resolution: { select: { resolvedAt: true } },
            },
          },
        },
      },
      audit: { select: { decidedAt: true } },
      batch: { select: { lines: { select: { decisions: { select: { verdict: true } } } } } },
    },
  },
  requests: {
    orderBy: { id: "asc" },
    select: {
      id: true,
      decidedAt: true,
      decidedById: true,
      registrationId: true,
      renewalId: true,
      entry: { select: { registrationId: true } },
    },
  },
} satisfies Prisma.MemberSelect;

type Found = Prisma.MemberGetPayload<{ select: typeof sideSelect }>;

function placeOf({ id, event, _count, days }: Found["registrations"][number]) {
  return {
    id,
    eventId: event.id,
    title: event.title,
    isSubmitted: _count.submissions > 0,
    days: days
      .map(({ eventDay, claim, ...day }) => ({
        eventDayId: eventDay.id,
        day: dayOf(eventDay.day),
        stands: stands(day),
        isLocked: Boolean(claim?.submission),
        credits: claim?.corrections[0]?.newCredits ?? claim?.credits ?? null,
      }))
      .toSorted((a, b) => (a.day < b.day ? -1 : 1)),
  };
}

function renewalOf({ invoices, waivers, batch, audit, ...renewal }: Found["renewals"][number]) {
  const { dueOn, windowFrom, windowTo, ...rest } = renewal;
  const payments = invoices.flatMap((invoice) => invoice.payments);
  return {
    ...rest,
    dueOn: dayOf(dueOn),
    windowFrom: dayOf(windowFrom),
    windowTo: dayOf(windowTo),
    hasMoney: payments.some(({ resolution, standing, ...facts }) => {
      const all: PaymentFacts = { ...facts, resolvedAt: resolution?.resolvedAt ?? null };
      return !SETTLED.includes(stateOf({ ...all, standing }));
    }),
    hasOpenLines: (batch?.lines ?? []).some(
      ({ decisions }) => !decisions.some(({ verdict }) => verdict !== "return"),
    ),
    hasOpenAudit: audit !== null && audit.decidedAt === null,
    waived: waivers.map(({ part }) => part),
  };
}
