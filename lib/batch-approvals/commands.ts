import "server-only";
import { reviewBatchPath } from "@/lib/addresses";
import { reasonToLook } from "@/lib/batch-approvals/rules";
import type { Result } from "@/lib/choices/rules";
import { DomainError, notFoundError } from "@/lib/errors";
import { decideThose } from "@/lib/line-decisions/commands";
import { findBatchToReview, type ReviewedBatch } from "@/lib/line-decisions/queries";
import { type Actor, fullName, REFUSAL_OF_OWN } from "@/lib/members/rules";
import { may } from "@/lib/roles/rules";

type Seen = { id: string; version: number };

/**
 * Staff approve what awaits them in many submissions, one after the other; says of each what became of it, and
 * one that is refused keeps none of the others back. What its page would warn of is left for that page.
 */
export async function approveBatches(
  actor: Actor,
  seen: readonly Seen[],
  now: Date,
): Promise<Result[]> {
  if (!may(actor, "review credit")) throw notFoundError();
  const results: Result[] = [];
  for (const { id, version } of seen) {
    const batch = await findBatchToReview(id, now);
    if (batch) results.push(...(await approveBatch(actor, batch, version, now)));
  }
  if (results.length === 0) throw notFoundError();
  return results;
}

async function approveBatch(actor: Actor, batch: ReviewedBatch, seen: number, now: Date) {
  const member = fullName(batch.renewal.member);
  const href = reviewBatchPath(batch.id);
  const refusal = refusalOf(actor, batch, seen);
  if (refusal) return [{ name: `Submission of ${member}`, sentence: refusal, href }];
  const waiting = batch.forms.flatMap(({ title, effect, line }) =>
    line?.state === "awaiting"
      ? [{ name: `${title}, ${member}`, line, reason: reasonToLook(effect) }]
      : [],
  );
  const lines = waiting.filter(({ reason }) => reason === null).map(({ line }) => line);
  const refusals = await approveLines(actor, batch.id, lines, now);
  return waiting.map(({ name, line, reason }) => {
    const why = reason ?? refusals.get(line.id);
    return why === undefined ? { name, sentence: "approved" } : { name, sentence: why, href };
  });
}

/** Why nothing of a submission is approved. */
function refusalOf(actor: Actor, { renewal, version, forms }: ReviewedBatch, seen: number) {
  if (renewal.memberId === actor.memberId) return REFUSAL_OF_OWN;
  if (version !== seen) return "It was submitted again meanwhile. Look at it as it stands now.";
  const isLeft = forms.some(({ line }) => line?.state === "awaiting");
  return isLeft ? null : "A colleague decided meanwhile: nothing of it awaits approval.";
}

type Line = NonNullable<ReviewedBatch["forms"][number]["line"]>;

/** Those of one submission together, so that one mail tells of them. Answers why some are left. */
async function approveLines(
  actor: Actor,
  batchId: string,
  approved: readonly Line[],
  now: Date,
): Promise<Map<string, string>> {
  const lines = approved.map(({ id, submittedIn }) => ({ id, version: submittedIn ?? 0 }));
  if (lines.length === 0) return new Map();
  try {
    return await decideThose(actor, { batchId, lines, verdict: "approve", note: "" }, now);
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    return new Map(lines.map(({ id }) => [id, error.message]));
  }
}
