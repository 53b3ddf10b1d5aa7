import "server-only";
import { recordAudit } from "@/lib/audit/commands";
import { nameOf } from "@/lib/correction-decisions/queries";
import { tellDecided } from "@/lib/correction-requests/letters";
import { type FoundRequest, findRequest } from "@/lib/correction-requests/queries";
import { wordsForDecision } from "@/lib/correction-requests/rules";
import type { DeclineRequest } from "@/lib/correction-requests/schema";
import { db, type Tx } from "@/lib/db";
import { DomainError, notFoundError } from "@/lib/errors";
import { type Actor, REFUSAL_OF_OWN } from "@/lib/members/rules";
import { may } from "@/lib/roles/rules";
import { findSettings, type Settings } from "@/lib/settings/queries";

/** Staff decide against a request, once, and say why; nothing on the record changes. */
export async function declineRequest(actor: Actor, input: DeclineRequest, now: Date) {
  const { requestId, decisionNote: note } = input;
  const settings = await findSettings();
  await db.$transaction(async (tx) => {
    const decision = { decision: "declined", note } as const;
    const request = await decideRequest(tx, actor, requestId, decision, settings, now);
    const about = { subject: "correction request", subjectId: requestId };
    const act = "declined a correction request";
    await recordAudit(tx, { actor, act, ...about, personal: { reason: note } }, now);
    const decidedBy = await nameOf(tx, actor, settings);
    const told = { ...decision, decidedBy, changes: [], certificate: null };
    await tellDecided(tx, { request, settings, now }, told);
  });
}

/**
 * Decides a request inside the transaction that acts on it. Of two who decide at once the second is
 * told who came first, what they decided and when.
 */
export async function decideRequest(
  tx: Tx,
  actor: Actor,
  requestId: string,
  { decision, note }: { decision: "accepted" | "declined"; note: string },
  { timeZone }: Settings,
  now: Date,
): Promise<FoundRequest> {
  if (!may(actor, "correct credits")) throw notFoundError();
  const { count } = await tx.correctionRequest.updateMany({
    where: {
      id: requestId,
      decidedAt: null,
      ...(actor.memberId !== null && { memberId: { not: actor.memberId } }),
    },
    data: { decision, decisionNote: note, decidedAt: now, decidedById: actor.memberId },
  });
  const request = await findRequest(requestId, null, tx);
  if (!request) throw notFoundError();
  if (count > 0) return request;
  if (request.member.id === actor.memberId) throw new DomainError("invalid", REFUSAL_OF_OWN);
  const decided = wordsForDecision(request, timeZone) ?? "";
  throw new DomainError("conflict", `${decided} There is nothing left to decide.`);
}
