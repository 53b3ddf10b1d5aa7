import "server-only";
import { listToAccept } from "@/lib/acceptances/queries";
import { reviewEntryPath } from "@/lib/addresses";
import type { Result } from "@/lib/choices/rules";
import { DomainError, notFoundError } from "@/lib/errors";
import type { Actor } from "@/lib/members/rules";
import { decideEntry } from "@/lib/reviews/commands";
import { may } from "@/lib/roles/rules";

type ToAccept = Awaited<ReturnType<typeof listToAccept>>[number];

/**
 * Staff accept many entries, one after the other; says of each what became of it, and one that is
 * refused keeps none of the others back. What its own page would warn of is left for that page.
 */
export async function acceptEntries(
  actor: Actor,
  entryIds: readonly string[],
  now: Date,
): Promise<Result[]> {
  if (!may(actor, "review credit")) throw notFoundError();
  const chosen = await listToAccept(entryIds);
  if (chosen.length === 0) throw notFoundError();
  const results: Result[] = [];
  for (const entry of chosen) {
    const refusal = await acceptOne(actor, entry, now);
    const { name, id } = entry;
    results.push(
      refusal === null
        ? { name, sentence: "accepted" }
        : { name, sentence: refusal, href: reviewEntryPath(id) },
    );
  }
  return results;
}

/** Why it is left; null: it was accepted. */
async function acceptOne(
  actor: Actor,
  { id, memberId, reason }: ToAccept,
  now: Date,
): Promise<string | null> {
  // Whose own record it is has nothing to look at.
  if (reason && memberId !== actor.memberId) return reason;
  try {
    await decideEntry(actor, { entryId: id, decision: "accept", note: "" }, now);
    return null;
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    return error.message;
  }
}
