import "server-only";
import { recordAudit } from "@/lib/audit/commands";
import { todayIn } from "@/lib/calendar";
import { db } from "@/lib/db";
import { DomainError } from "@/lib/errors";
import type { Actor } from "@/lib/members/rules";
import { closePagesSoon } from "@/lib/payments/closing";
import { settleRenewal } from "@/lib/renewals/commands";
import { lockAnyRenewal } from "@/lib/renewals/lock";
import { withStanding } from "@/lib/renewals/queries";
import { refusalOf } from "@/lib/renewals/rules";
import { findSettings } from "@/lib/settings/queries";
import type { GrantWaiver } from "@/lib/waivers/schema";

/** An administrator does not ask for a renewal's fee or its credits, for a reason that is kept. */
export async function grantWaiver(actor: Actor, input: GrantWaiver, now: Date) {
  const { renewalId, part, kind, reason } = input;
  const { timeZone } = await findSettings();
  await db.$transaction(async (tx) => {
    const renewal = await lockAnyRenewal(tx, actor, "waive renewals", renewalId);
    const { state } = await withStanding(renewal, todayIn(timeZone, now), tx);
    const refusal = refusalOf(state, part === "fee" ? "waive fee" : "waive credits");
    if (refusal) throw new DomainError("conflict", refusal);
    const grantedById = actor.memberId;
    await tx.waiver.create({
      data: { renewalId, part, kind, reason, grantedById, grantedAt: now },
      select: { id: true },
    });
    const told = { act: "granted a waiver", subject: "renewal", subjectId: renewalId };
    await recordAudit(tx, { actor, ...told, facts: { part, kind }, personal: { reason } }, now);
    await settleRenewal(tx, renewalId, now);
    if (part === "fee") await closePagesSoon(tx, renewalId, now);
  });
}
