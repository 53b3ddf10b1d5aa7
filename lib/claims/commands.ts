import "server-only";
import { certificatePath } from "@/lib/addresses";
import { recordAudit } from "@/lib/audit/commands";
import { formatDays, formatInstant, formatShortDay, formatTime } from "@/lib/calendar";
import { issueCertificate } from "@/lib/certificates/commands";
import { leaveUnchanged, lockClaim } from "@/lib/claims/lock";
import type { MemberClaim } from "@/lib/claims/queries";
import type { ClaimRow } from "@/lib/claims/rows";
import { ATTESTATION, refusalToSave, refusalToSubmit, totalOf } from "@/lib/claims/rules";
import type { SaveDay, SubmitClaim } from "@/lib/claims/schema";
import { printCredits } from "@/lib/credits/amount";
import { db, type Tx } from "@/lib/db";
import { recordClaimDays } from "@/lib/entries/commands";
import { publicUrl } from "@/lib/env";
import { DomainError, notFoundError } from "@/lib/errors";
import type { MemberActor } from "@/lib/members/rules";
import { queueMessage } from "@/lib/messages/commands";
import { creditsSubmitted } from "@/lib/messages/templates/credits-submitted";
import { findSettings, type Settings } from "@/lib/settings/queries";

/** Saves one row of a claim: hundredths, or null to make the day "not entered" again. */
export async function saveDay(actor: MemberActor, input: SaveDay, now: Date): Promise<void> {
  const { registrationId, eventDayId, credits } = input;
  await db.$transaction(async (tx) => {
    const claim = await lockClaim(tx, actor, registrationId);
    const row = claim.rows.find((each) => each.eventDayId === eventDayId);
    if (!row) throw notFoundError();
    const refusal = refusalToSave(claim.event, row, credits, now);
    if (refusal) throw new DomainError("invalid", refusal, "credits");
    if (row.version !== input.version) {
      // A second click, or another tab with the same amount: nothing is lost.
      if (row.credits !== credits) throw savedMeanwhile(row, claim.event.timeZone);
      await leaveUnchanged(tx, registrationId);
      return;
    }
    await tx.claimDay.upsert({
      where: { registrationId_eventDayId: { registrationId, eventDayId } },
      create: { registrationId, eventDayId, credits, savedAt: now },
      update: { credits, savedAt: now, version: { increment: 1 } },
      select: { version: true },
    });
    await recordAudit(
      tx,
      {
        actor,
        act: "saved a day",
        subject: "registration",
        subjectId: registrationId,
        facts: { day: row.day, from: row.credits, to: credits },
      },
      now,
    );
  });
}

function savedMeanwhile(row: ClaimRow, timeZone: string): DomainError {
  const stands = row.credits === null ? "not entered" : printCredits(row.credits);
  const when = row.savedAt ? ` at ${formatTime(row.savedAt, timeZone)}` : "";
  return new DomainError(
    "conflict",
    `${formatShortDay(row.day)} was saved in another window${when}: it now stands at ${stands}. Save again to replace it.`,
    "credits",
  );
}

/** Locks every open day of a claim in one submission and issues the certificate's next version. */
export async function submitClaim(
  actor: MemberActor,
  input: SubmitClaim,
  now: Date,
): Promise<void> {
  const { registrationId } = input;
  const settings = await findSettings();
  await db.$transaction(async (tx) => {
    const claim = await lockClaim(tx, actor, registrationId);
    const refusal = refusalToSubmit(claim, claim.member.professionName, now);
    if (refusal) throw new DomainError("conflict", refusal);
    if (claim.version !== input.version + 1) {
      throw new DomainError(
        "conflict",
        "Your credits changed since this review was opened. Check them and submit again.",
      );
    }
    const number = await tx.submission.count({ where: { registrationId } });
    const { id: submissionId } = await tx.submission.create({
      data: { registrationId, number: number + 1, attestation: ATTESTATION, submittedAt: now },
      select: { id: true },
    });
    const open = claim.rows.filter((row) => row.submittedAt === null);
    await tx.claimDay.updateMany({
      where: { registrationId, eventDayId: { in: open.map((row) => row.eventDayId) } },
      data: { submissionId },
    });
    const days = open.map(({ credits, ...row }) => ({ ...row, credits: credits ?? 0 }));
    await recordClaimDays(tx, registrationId, days, settings, now);
    const issued = await issueCertificate(tx, registrationId, settings, now);
    const total = totalOf(claim.rows);
    await recordAudit(
      tx,
      {
        actor,
        act: "submitted a claim",
        subject: "registration",
        subjectId: registrationId,
        facts: { submission: number + 1, total, certificate: issued },
      },
      now,
    );
    await tellSubmitted(tx, settings, claim, { total, number: issued?.number ?? null, now });
  });
}

async function tellSubmitted(
  tx: Tx,
  settings: Settings,
  { event, member }: MemberClaim,
  { total, number, now }: { total: number; number: string | null; now: Date },
) {
  const letter = creditsSubmitted(settings, {
    firstName: member.firstName,
    eventTitle: event.title,
    dates: formatDays(event.firstOn, event.lastOn),
    total: printCredits(total),
    submittedAt: formatInstant(now, event.timeZone),
    certificateUrl: number && `${publicUrl()}${certificatePath(number)}`,
  });
  const mail = { kind: "credits_submitted", memberId: member.id, toAddress: member.email } as const;
  await queueMessage(tx, { ...letter, ...mail }, now);
}
