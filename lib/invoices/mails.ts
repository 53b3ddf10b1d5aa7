import "server-only";
import { renewalPath } from "@/lib/addresses";
import { type Day, formatLongDay } from "@/lib/calendar";
import { printBriefly, printMoney } from "@/lib/credits/amount";
import { publicUrl } from "@/lib/env";
import { renewalDue } from "@/lib/messages/templates/renewal-due";
import type { Settings } from "@/lib/settings/queries";

type Due = {
  id: string;
  memberId: string;
  firstName: string;
  email: string;
  credentials: string;
  dueOn: Day;
  /** Cents. */
  fee: number;
  /** Hundredths. */
  required: number;
};

/** The mail about an invoice, with whom it goes to. */
export function renewalDueMail({ id, memberId, email, fee, required, ...due }: Due, to: Settings) {
  const letter = renewalDue(to, {
    firstName: due.firstName,
    credentials: due.credentials,
    dueOn: formatLongDay(due.dueOn),
    fees: fee > 0 ? printMoney(fee, to.currency) : null,
    required: required > 0 ? printBriefly(required) : null,
    renewalUrl: `${publicUrl()}${renewalPath(id)}`,
  });
  return { ...letter, memberId, toAddress: email };
}
