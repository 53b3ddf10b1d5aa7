import { db } from "@/lib/db";
import type { MemberActor } from "@/lib/members/rules";
import { mergeMembers } from "@/lib/merges/commands";
import { findMerge } from "@/lib/merges/queries";
import { type aClaim, submit } from "./a-claim";
import { NOW } from "./a-row";
import { actorOf, anAccount } from "./accounts";

/** What the preview shows of merging `other` into `kept`. */
export async function previewOf(kept: { id: string }, other: { id: string }) {
  const merge = await findMerge(kept.id, other.id);
  if (!merge) throw new Error("There are not two such records.");
  return merge;
}

/** Looks at the preview and confirms it. */
export async function merge(
  actor: MemberActor,
  kept: { id: string },
  other: { id: string },
  now = NOW,
) {
  const { seen } = await previewOf(kept, other);
  const reason = "Same birthday and licence.";
  await mergeMembers(actor, { memberId: kept.id, otherId: other.id, seen, reason }, now);
}

/** A second record that is registered for the event of a claim, and claims these credits. */
export async function theSameEvent(
  { event, days }: Awaited<ReturnType<typeof aClaim>>,
  credits: readonly number[] | null,
) {
  const member = await anAccount({ password: null, professionName: "MD" });
  const { id } = await db.registration.create({
    data: {
      eventId: event.id,
      memberId: member.id,
      source: "online",
      registeredAt: NOW,
      days: { create: days.map((eventDayId) => ({ eventDayId, confirmedAt: NOW })) },
    },
  });
  if (!credits) return { id, member };
  await db.claimDay.createMany({
    data: days.map((eventDayId, place) => ({
      registrationId: id,
      eventDayId,
      credits: credits[place] ?? 0,
      savedAt: NOW,
    })),
  });
  await submit({ id, actor: actorOf(member) });
  return { id, member };
}

/** Every column of the database that names a member, as "table.column". */
export async function columnsOfMembers(): Promise<string[]> {
  const found = await db.$queryRaw<{ name: string }[]>`
    SELECT r.relname || '.' || a.attname AS name
      FROM pg_constraint c JOIN pg_class r ON r.oid = c.conrelid
      JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = ANY(c.conkey)
      WHERE c.contype = 'f' AND c.confrelid = 'members'::regclass ORDER BY 1`;
  return found.map(({ name }) => name);
}
