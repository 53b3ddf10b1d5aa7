import "server-only";
import { listToAccept } from "@/lib/acceptances/queries";
import { reviewEntryPath } from "@/lib/addresses";
import type { Result } from "@/lib/choices/rules";
import { db, type Tx } from "@/lib/db";
import { DomainError, notFoundError } from "@/lib/errors";
import type { Actor } from "@/lib/members/rules";
import { decideWithin, tellDecided } from "@/lib/reviews/commands";
import { may } from "@/lib/roles/rules";
import { findSettings, type Settings } from "@/lib/settings/queries";

type ToAccept = Awaited<ReturnType<typeof listToAccept>>[number];

/**
 * Staff accept many entries, member by member; says of each what became of it, and one that is refused
 * keeps none of the others back. What its own page would warn of is left for that page.
 */
export async function acceptEntries(
  actor: Actor,
  entryIds: readonly string[],
  now: Date,
): Promise<Result[]> {
  if (!may(actor, "review credit")) throw notFoundError();
  const [chosen, settings] = await Promise.all([listToAccept(entryIds), findSettings()]);
  if (chosen.length === 0) throw notFoundError();
  const refusals = new Map<string, string>();
  for (const memberId of new Set(chosen.map((entry) => entry.memberId))) {
    const theirs = chosen.filter((entry) => entry.memberId === memberId);
    for (const [id, why] of await acceptOfMember(actor, theirs, settings, now)) {
      refusals.set(id, why);
    }
  }
  return chosen.map(({ name, id }) => {
    const refusal = refusals.get(id);
    return refusal === undefined
      ? { name, sentence: "accepted" }
      : { name, sentence: refusal, href: reviewEntryPath(id) };
  });
}

/**
 * Entries of one member: what is accepted stands together with the one mail that tells of it. Answers why
 * others are left.
 */
function acceptOfMember(
  actor: Actor,
  entries: readonly ToAccept[],
  settings: Settings,
  now: Date,
): Promise<Map<string, string>> {
  const accept = { decision: "accept", note: "" } as const;
  return db.$transaction(async (tx) => {
    await lockEntries(tx, entries);
    const refusals = new Map<string, string>();
    const accepted = [];
    for (const { id, memberId, reason } of entries) {
      try {
        // Whose own record it is has nothing to look at.
        if (reason && memberId !== actor.memberId) throw new DomainError("conflict", reason);
        accepted.push(await decideWithin(tx, actor, { entryId: id, ...accept }, now));
      } catch (error) {
        if (!(error instanceof DomainError)) throw error;
        refusals.set(id, error.message);
      }
    }
    await tellDecided(tx, accepted, { ...accept, settings }, now);
    return refusals;
  });
}

/**
 * All of them, in one order, before the first is changed: that takes their member's renewals too, for
 * which whoever just changes another of them waits with that one in hand. Not held up is what only
 * names an entry.
 */
async function lockEntries(tx: Tx, entries: readonly ToAccept[]) {
  await tx.$queryRaw`SELECT 1 FROM credit_entries WHERE id = ANY(${entries.map(({ id }) => id)}::uuid[])
    ORDER BY id FOR NO KEY UPDATE`;
}
