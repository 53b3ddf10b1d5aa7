import "server-only";
import { certificatePath } from "@/lib/addresses";
import { recordAudit } from "@/lib/audit/commands";
import { issueCertificate } from "@/lib/certificates/commands";
import { lockAnyClaim } from "@/lib/claims/lock";
import { decideRequest } from "@/lib/correction-decisions/commands";
import { nameOf } from "@/lib/correction-decisions/queries";
import { tellDecided } from "@/lib/correction-requests/letters";
import { type FoundRequest, findRequest } from "@/lib/correction-requests/queries";
import { db, type Tx } from "@/lib/db";
import { publicUrl } from "@/lib/env";
import { DomainError, notFoundError } from "@/lib/errors";
import type { Actor } from "@/lib/members/rules";
import { findReissueOfClaim, findReissueOfRenewal } from "@/lib/reissues/queries";
import {
  changesOf,
  isAnsweredSince,
  type Reissue,
  refusalOfMoved,
  refusalToReissue,
  wordsForAnswer,
} from "@/lib/reissues/rules";
import type { AcceptByReissuing } from "@/lib/reissues/schema";
import { issueRenewalCertificate } from "@/lib/renewal-certificates/commands";
import { lockAnyRenewal } from "@/lib/renewals/lock";
import { may } from "@/lib/roles/rules";
import { findSettings, type Settings } from "@/lib/settings/queries";

const NOTHING_TO_CERTIFY = "There is nothing to certify, so no version can be issued.";

/**
 * Staff accept a request about a certificate: its next version is issued from what is on record now.
 * Where a colleague issued one since the member asked, which states all that, the request is accepted
 * with that one. Answers the version.
 */
export async function acceptByReissuing(actor: Actor, input: AcceptByReissuing, now: Date) {
  const { requestId, reason } = input;
  const settings = await findSettings();
  return db.$transaction(async (tx) => {
    if (!may(actor, "correct credits")) throw notFoundError();
    const asked = await findRequest(requestId, null, tx);
    const subject = asked && (await lockSubject(tx, actor, asked));
    if (!subject) throw notFoundError();
    const decision = { decision: "accepted", note: reason } as const;
    const request = await decideRequest(tx, actor, requestId, decision, settings, now);
    const reissue = await subject.find(settings, now);
    if (!reissue) throw new DomainError("invalid", NOTHING_TO_CERTIFY);
    const moved = refusalOfMoved(reissue, input);
    if (moved) throw new DomainError("conflict", moved);
    const isNew = !isAnsweredSince(reissue, request.requestedAt);
    const refusal = isNew && refusalToReissue(reissue);
    if (refusal) throw new DomainError("invalid", refusal);
    if (isNew) await subject.issue(settings, now);
    const version = reissue.version + (isNew ? 1 : 0);
    const { number } = reissue;
    await auditAnswer(tx, actor, { ...subject, requestId, reason, number, version, isNew }, now);
    const answer = { version, isNew, issuedAt: reissue.issuedAt };
    await tellDecided(
      tx,
      { request, settings, now },
      {
        ...decision,
        decidedBy: await nameOf(tx, actor, settings),
        changes: wordsOf(reissue),
        certificate: `${wordsForAnswer(answer, settings.timeZone)}\n${publicUrl()}${certificatePath(number)}`,
      },
    );
    return { number, version, isNew };
  });
}

/** The lock of what the certificate certifies, and how its versions are found and issued under it. */
async function lockSubject(tx: Tx, actor: Actor, { registration, renewal }: FoundRequest) {
  if (renewal) {
    const held = await lockAnyRenewal(tx, actor, "correct credits", renewal.id);
    return {
      subject: "renewal",
      subjectId: held.id,
      find: (settings: Settings, now: Date) => findReissueOfRenewal(held.id, settings, now, tx),
      issue: (settings: Settings, now: Date) => issueRenewalCertificate(tx, held, settings, now),
    };
  }
  if (!registration) return null;
  const { id } = registration;
  await lockAnyClaim(tx, actor, "correct credits", id);
  return {
    subject: "registration",
    subjectId: id,
    find: (settings: Settings, now: Date) => findReissueOfClaim(id, settings, now, tx),
    issue: (settings: Settings, now: Date) => issueCertificate(tx, id, settings, now),
  };
}

const wordsOf = ({ stated }: Reissue) =>
  changesOf(stated).map(({ name, from, to }) => `${name}: ${from} became ${to}`);

function auditAnswer(
  tx: Tx,
  actor: Actor,
  told: {
    subject: string;
    subjectId: string;
    requestId: string;
    reason: string;
    number: string;
    version: number;
    isNew: boolean;
  },
  now: Date,
) {
  const { subject, subjectId, requestId, reason, number, version, isNew } = told;
  const facts = { certificate: { number, version } };
  const personal = { reason };
  if (isNew) {
    const about = { act: "reissued a certificate", subject, subjectId };
    const request = { ...facts, request: requestId };
    return recordAudit(tx, { actor, ...about, facts: request, personal }, now);
  }
  const about = { subject: "correction request", subjectId: requestId };
  const act = "accepted a correction request";
  return recordAudit(tx, { actor, act, ...about, facts, personal }, now);
}
