import "server-only";
import { certificatePath } from "@/lib/addresses";
import { recordAudits } from "@/lib/audit/commands";
import { formatDays, formatShortDay } from "@/lib/calendar";
import { issueCertificate } from "@/lib/certificates/commands";
import { lockAnyClaim } from "@/lib/claims/lock";
import type { MemberClaim } from "@/lib/claims/queries";
import type { ClaimRow } from "@/lib/claims/rows";
import { totalOf } from "@/lib/claims/rules";
import { decideRequest } from "@/lib/correction-decisions/commands";
import { nameOf } from "@/lib/correction-decisions/queries";
import { tellDecided } from "@/lib/correction-requests/letters";
import { refusalOfOtherDay, refusalToCorrect, wordsForMoved } from "@/lib/corrections/rules";
import type { CorrectClaim, CorrectDay } from "@/lib/corrections/schema";
import { printCredits } from "@/lib/credits/amount";
import { db, type Tx } from "@/lib/db";
import { recordClaimDays } from "@/lib/entries/commands";
import { publicUrl } from "@/lib/env";
import { DomainError, notFoundError } from "@/lib/errors";
import type { Actor } from "@/lib/members/rules";
import { queueMessage } from "@/lib/messages/commands";
import { certificateChanged } from "@/lib/messages/templates/certificate-changed";
import { findSettings, type Settings } from "@/lib/settings/queries";

/** Staff set a locked day to another amount, whatever stood there. */
export async function correctDay(actor: Actor, input: CorrectDay, now: Date) {
  const settings = await findSettings();
  return db.$transaction(async (tx) => {
    const claim = await lockAnyClaim(tx, actor, "correct credits", input.registrationId);
    const row = claim.rows.find(({ day }) => day === input.day);
    if (!row) throw new DomainError("invalid", refusalOfOtherDay(claim.rows), "day");
    const refusal = refusalToCorrect(claim.event, row, input.credits);
    if (refusal) throw new DomainError("invalid", refusal, "credits");
    const change = { row, credits: input.credits };
    const { reason } = input;
    const issued = await correctRows(
      tx,
      actor,
      { claim, changes: [change], reason, settings },
      now,
    );
    return { from: row.credits ?? 0, to: input.credits, issued };
  });
}

/**
 * Staff set locked days of a claim to other amounts: a row each that says old, new, why and who. The
 * certificate gets its next version, or none is active when the total comes to 0; the member is told,
 * and the request that it fulfils is accepted. Who saw other amounts than stand is told these.
 */
export async function correctClaim(actor: Actor, input: CorrectClaim, now: Date) {
  const { registrationId, requestId, reason } = input;
  const settings = await findSettings();
  return db.$transaction(async (tx) => {
    const claim = await lockAnyClaim(tx, actor, "correct credits", registrationId);
    const decision = { decision: "accepted", note: reason } as const;
    const request = requestId
      ? await decideRequest(tx, actor, requestId, decision, settings, now)
      : null;
    if (request && request.registration?.id !== registrationId) throw notFoundError();
    const changes = changesOf(claim, input);
    const correction = { claim, changes, reason, settings, requestId };
    const issued = await correctRows(tx, actor, correction, now, request === null);
    if (request) {
      const lines = changes.map(
        ({ row, credits }) =>
          `${formatShortDay(row.day)}: ${printCredits(row.credits ?? 0)} became ${printCredits(credits)}`,
      );
      await tellDecided(
        tx,
        { request, settings, now },
        {
          ...decision,
          decidedBy: await nameOf(tx, actor, settings),
          changes: lines,
          certificate: issued
            ? `Your certificate has a new version, which replaces the one you may have downloaded:\n${publicUrl()}${certificatePath(issued.number)}`
            : "Since no credit is left, there is no valid certificate for this event any more.",
        },
      );
    }
    return { issued };
  });
}

type Change = { row: ClaimRow; credits: number };

function changesOf({ event, rows }: MemberClaim, input: CorrectClaim): Change[] {
  return input.eventDayIds.map((eventDayId, place) => {
    const row = rows.find((each) => each.eventDayId === eventDayId);
    if (!row) throw notFoundError();
    if ((row.credits ?? 0) !== input.stood[place]) {
      throw new DomainError("conflict", wordsForMoved(row));
    }
    const credits = input.credits[place] ?? 0;
    const refusal = refusalToCorrect(event, row, credits);
    if (refusal) throw new DomainError("invalid", `${formatShortDay(row.day)}: ${refusal}`);
    return { row, credits };
  });
}

/** The correction itself, under the claim's lock; answers the certificate's version that it issues. */
async function correctRows(
  tx: Tx,
  actor: Actor,
  correction: {
    claim: MemberClaim;
    changes: readonly Change[];
    reason: string;
    settings: Settings;
    requestId?: string;
  },
  now: Date,
  isTold = true,
) {
  const { claim, changes, reason, settings, requestId = null } = correction;
  for (const { row, credits } of changes) {
    const day = { registrationId: claim.id, eventDayId: row.eventDayId };
    await tx.correction.create({
      data: {
        ...day,
        number: (await tx.correction.count({ where: day })) + 1,
        oldCredits: row.credits ?? 0,
        newCredits: credits,
        reason,
        correctedById: actor.memberId,
        correctedAt: now,
        requestId,
      },
      select: { number: true },
    });
  }
  const corrected = changes.map(({ row, credits }) => ({ ...row, credits }));
  await recordClaimDays(tx, claim.id, corrected, settings, now);
  const issued = await issueCertificate(tx, claim.id, settings, now);
  await recordAudits(
    tx,
    changes.map(({ row, credits }) => ({
      actor,
      act: "corrected a day",
      subject: "registration",
      subjectId: claim.id,
      facts: {
        day: row.day,
        from: row.credits,
        to: credits,
        certificate: issued,
        ...(requestId && { request: requestId }),
      },
      personal: { reason },
    })),
    now,
  );
  if (isTold) {
    const before = changes.map(({ row }) => row);
    const total = totalOf(claim.rows) - totalOf(before) + totalOf(corrected);
    await tellCorrected(tx, settings, claim, { total, number: issued?.number ?? null, now });
  }
  return issued;
}

async function tellCorrected(
  tx: Tx,
  settings: Settings,
  { event, member }: MemberClaim,
  { total, number, now }: { total: number; number: string | null; now: Date },
) {
  const letter = certificateChanged(settings, {
    firstName: member.firstName,
    eventTitle: event.title,
    dates: formatDays(event.firstOn, event.lastOn),
    total: printCredits(total),
    certificateUrl: number && `${publicUrl()}${certificatePath(number)}`,
  });
  const mail = {
    kind: "certificate_changed",
    memberId: member.id,
    toAddress: member.email,
  } as const;
  await queueMessage(tx, { ...letter, ...mail }, now);
}
