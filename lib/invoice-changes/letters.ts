import "server-only";
import { renewalPath } from "@/lib/addresses";
import { formatLongDay, todayIn } from "@/lib/calendar";
import { printBriefly, printMoney } from "@/lib/credits/amount";
import type { Tx } from "@/lib/db";
import { publicUrl } from "@/lib/env";
import { amountDueOn, type InvoiceLine } from "@/lib/invoices/rules";
import { queueMessage } from "@/lib/messages/commands";
import { invoiceChanged } from "@/lib/messages/templates/invoice-changed";
import type { MemberRenewal } from "@/lib/renewals/queries";
import { credentialsOf } from "@/lib/renewals/wording";
import { readSettings } from "@/lib/settings/queries";

type Changed = {
  number: number;
  lines: readonly InvoiceLine[];
  requiredCredits: number;
  lateFee: number;
};

/** Tells the member what the invoice asks for that took the place of another; retired ones get none. */
export async function tellOfChange(
  tx: Tx,
  renewal: MemberRenewal,
  { number, lines, requiredCredits, lateFee }: Changed,
  now: Date,
) {
  const { id, memberId, member, invoice, lateFeeFrom, isFeeWaived, cycles } = renewal;
  if (member.retiredAt) return;
  const settings = await readSettings(tx);
  const today = todayIn(settings.timeZone, now);
  const due = amountDueOn({ lines, lateFee, lateFeeFrom, isFeeWaived }, today);
  const money = (cents: number) => printMoney(cents, invoice.currency);
  const waived = isFeeWaived ? ["The fee is waived."] : [];
  const lateness =
    due.lateFee > 0
      ? [`Late fee: ${money(due.lateFee)}`]
      : due.total > 0 && lateFee > 0
        ? [`From ${formatLongDay(lateFeeFrom)} on a late fee of ${money(lateFee)} is added.`]
        : [];
  const letter = invoiceChanged(settings, {
    firstName: member.firstName,
    credentials: credentialsOf(cycles),
    number,
    before: invoice.number,
    lines: [...lines.map(({ text, cents }) => `${text}: ${money(cents)}`), ...waived, ...lateness],
    total: money(due.total),
    dueOn: formatLongDay(renewal.dueOn),
    required: printBriefly(requiredCredits),
    renewalUrl: `${publicUrl()}${renewalPath(id)}`,
  });
  const mail = { kind: "renewal_due", memberId, toAddress: member.email } as const;
  await queueMessage(tx, { ...letter, ...mail }, now);
}
