import "server-only";
import { certificatePath } from "@/lib/addresses";
import { recordAudit } from "@/lib/audit/commands";
import { formatDays } from "@/lib/calendar";
import { issueCertificate } from "@/lib/certificates/commands";
import { lockAnyClaim, lockClaim } from "@/lib/claims/lock";
import type { MemberClaim } from "@/lib/claims/queries";
import { totalOf } from "@/lib/claims/rules";
import { refusalOfOtherDay, refusalToCorrect } from "@/lib/corrections/rules";
import type { CorrectDay, RequestCorrection } from "@/lib/corrections/schema";
import { printCredits } from "@/lib/credits/amount";
import { db, type Tx } from "@/lib/db";
import { recordClaimDays } from "@/lib/entries/commands";
import { publicUrl } from "@/lib/env";
import { DomainError } from "@/lib/errors";
import { type Actor, fullName, type MemberActor } from "@/lib/members/rules";
import { queueMessage } from "@/lib/messages/commands";
import { certificateChanged } from "@/lib/messages/templates/certificate-changed";
import { correctionRequested } from "@/lib/messages/templates/correction-requested";
import { findSettings, type Settings } from "@/lib/settings/queries";

/** Keeps a member's wish that a locked claim be changed, and tells the association's contact address. */
export async function requestCorrection(actor: MemberActor, input: RequestCorrection, now: Date) {
  const { registrationId, message } = input;
  const settings = await findSettings();
  await db.$transaction(async (tx) => {
    const { event, member, rows } = await lockClaim(tx, actor, registrationId);
    if (!rows.some((row) => row.submittedAt)) {
      throw new DomainError(
        "invalid",
        "Nothing is locked yet: change the amounts yourself.",
        "message",
      );
    }
    const { id } = await tx.correctionRequest.create({
      data: { registrationId, memberId: actor.memberId, message, requestedAt: now },
      select: { id: true },
    });
    await recordAudit(
      tx,
      {
        actor,
        act: "requested a correction",
        subject: "registration",
        subjectId: registrationId,
        facts: { request: id },
        personal: { message },
      },
      now,
    );
    const letter = correctionRequested(settings, {
      memberName: fullName(member),
      memberNumber: member.memberNumber,
      memberEmail: member.email,
      eventTitle: event.title,
      eventCode: event.code,
      message,
    });
    const toAddress = settings.creditsEmail;
    await queueMessage(
      tx,
      { ...letter, kind: "correction_requested", memberId: null, toAddress },
      now,
    );
  });
}

/**
 * Staff set a locked day to another amount: a row that says old, new, why and who. The certificate
 * gets its next version, or none is active when the total comes to 0; the member is told.
 */
export async function correctDay(actor: Actor, input: CorrectDay, now: Date) {
  const settings = await findSettings();
  return db.$transaction(async (tx) => {
    const claim = await lockAnyClaim(tx, actor, input.registrationId);
    const row = claim.rows.find(({ day }) => day === input.day);
    if (!row) throw new DomainError("invalid", refusalOfOtherDay(claim.rows), "day");
    const refusal = refusalToCorrect(claim.event, row, input.credits);
    if (refusal) throw new DomainError("invalid", refusal, "credits");
    const day = { registrationId: claim.id, eventDayId: row.eventDayId };
    await tx.correction.create({
      data: {
        ...day,
        number: (await tx.correction.count({ where: day })) + 1,
        oldCredits: row.credits ?? 0,
        newCredits: input.credits,
        reason: input.reason,
        correctedById: actor.memberId,
        correctedAt: now,
      },
      select: { number: true },
    });
    const corrected = { ...row, credits: input.credits };
    await recordClaimDays(tx, claim.id, [corrected], settings, now);
    const issued = await issueCertificate(tx, claim.id, settings, now);
    await recordAudit(
      tx,
      {
        actor,
        act: "corrected a day",
        subject: "registration",
        subjectId: claim.id,
        facts: { day: row.day, from: row.credits, to: input.credits, certificate: issued },
        personal: { reason: input.reason },
      },
      now,
    );
    const total = totalOf(claim.rows) - (row.credits ?? 0) + input.credits;
    await tellCorrected(tx, settings, claim, { total, number: issued?.number ?? null, now });
    return { from: row.credits ?? 0, to: input.credits, issued };
  });
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
