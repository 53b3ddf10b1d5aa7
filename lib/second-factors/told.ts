import "server-only";
import { recordAudit } from "@/lib/audit/commands";
import { formatInstant } from "@/lib/calendar";
import type { Tx } from "@/lib/db";
import type { Actor } from "@/lib/members/rules";
import { queueMessage } from "@/lib/messages/commands";
import {
  type FactorNews,
  secondFactorChanged,
} from "@/lib/messages/templates/second-factor-changed";
import { findSettings } from "@/lib/settings/queries";

type Told = {
  memberId: string;
  act: string;
  what: FactorNews;
  reason?: string;
};

/** The audit log, and a mail to the owner: whoever it was, they must hear of it. */
export async function tellOwner(
  tx: Tx,
  actor: Actor,
  { memberId, act, what, reason }: Told,
  now: Date,
) {
  const personal = reason === undefined ? {} : { personal: { reason } };
  await recordAudit(tx, { actor, act, subject: "member", subjectId: memberId, ...personal }, now);
  const settings = await findSettings();
  const { email, firstName } = await tx.member.findUniqueOrThrow({
    where: { id: memberId },
    select: { email: true, firstName: true },
  });
  const at = formatInstant(now, settings.timeZone);
  const letter = secondFactorChanged(settings, { firstName, what, at });
  await queueMessage(
    tx,
    { ...letter, kind: "second_factor_changed", memberId, toAddress: email },
    now,
  );
}
