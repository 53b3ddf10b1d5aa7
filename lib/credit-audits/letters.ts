import "server-only";
import { ownAuditPath } from "@/lib/addresses";
import { type Day, formatLongDay } from "@/lib/calendar";
import type { Tx } from "@/lib/db";
import { publicUrl } from "@/lib/env";
import { queueMessage, queueMessages } from "@/lib/messages/commands";
import type { Letter } from "@/lib/messages/rules";
import { creditAuditDrawn } from "@/lib/messages/templates/credit-audit";
import { findAnyRenewal, listWhere, type MemberRenewal } from "@/lib/renewals/queries";
import { credentialsOf, periodOf } from "@/lib/renewals/wording";
import type { Settings } from "@/lib/settings/queries";

/** Tells the members of renewals that were just drawn what is asked of them, and by when. */
export async function announceAudits(
  tx: Tx,
  settings: Settings,
  renewalIds: readonly string[],
  dueOn: Day,
  now: Date,
) {
  const renewals = await listWhere({ id: { in: [...renewalIds] } }, tx);
  const mails = renewals.map((renewal) => ({
    ...creditAuditDrawn(settings, { ...namesOf(renewal), dueOn: formatLongDay(dueOn) }),
    memberId: renewal.memberId,
    toAddress: renewal.member.email,
  }));
  await queueMessages(tx, "credit_audit", mails, now);
}

type Names = ReturnType<typeof namesOf>;

/** Writes to the member of an audit within the change that the letter tells of. */
export async function writeAbout(
  tx: Tx,
  renewalId: string,
  kind: "credit_audit" | "credit_audit_reminder",
  write: (names: Names) => Letter,
  now: Date,
) {
  const renewal = await findAnyRenewal(renewalId, tx);
  if (!renewal) throw new Error(`There is no renewal ${renewalId}.`);
  const { memberId, member } = renewal;
  const to = { kind, memberId, toAddress: member.email };
  await queueMessage(tx, { ...write(namesOf(renewal)), ...to }, now);
}

function namesOf({ id, member, cycles }: MemberRenewal) {
  return {
    firstName: member.firstName,
    renewal: `${credentialsOf(cycles)} ${periodOf(cycles)}`,
    auditUrl: `${publicUrl()}${ownAuditPath(id)}`,
  };
}
