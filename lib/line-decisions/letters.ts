import "server-only";
import { renewalPath, reportingFormPath } from "@/lib/addresses";
import { formatLongDay } from "@/lib/calendar";
import { printCredits } from "@/lib/credits/amount";
import type { Tx } from "@/lib/db";
import { publicUrl } from "@/lib/env";
import type { DecideLines } from "@/lib/line-decisions/schema";
import { queueMessage } from "@/lib/messages/commands";
import { formDecided } from "@/lib/messages/templates/form-decided";
import type { MemberRenewal } from "@/lib/renewals/queries";
import type { ReportingForm } from "@/lib/reporting-forms/queries";
import { readSettings } from "@/lib/settings/queries";

/** One mail about all lines of which the same was decided at once. */
export async function tellDecided(
  tx: Tx,
  { id, memberId, member }: MemberRenewal,
  forms: readonly ReportingForm[],
  decision: Pick<DecideLines, "verdict" | "note">,
  now: Date,
) {
  if (forms.length === 0) return;
  const letter = formDecided(await readSettings(tx), {
    firstName: member.firstName,
    ...decision,
    forms: forms.map((form) => ({
      title: form.title,
      earnedOn: formatLongDay(form.earnedOn),
      credits: printCredits(form.credits),
      formUrl: `${publicUrl()}${reportingFormPath(form.id)}`,
    })),
    renewalUrl: `${publicUrl()}${renewalPath(id)}`,
  });
  const mail = { kind: "form_decided", memberId, toAddress: member.email } as const;
  await queueMessage(tx, { ...letter, ...mail }, now);
}
