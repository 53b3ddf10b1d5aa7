import type { Day } from "@/lib/calendar";
import type { CycleDates } from "@/lib/certifications/rules";
import type { Actor } from "@/lib/members/rules";
import type { TermsInForce } from "@/lib/programs/rules";
import { may } from "@/lib/roles/rules";

/** What a part of an invoice is for. Cents; below zero: taken off. */
export type InvoiceLine = {
  kind: "fee" | "late_fee" | "adjustment" | "waiver";
  /** The credential's cycle that a fee is for. */
  cycleId: string | null;
  text: string;
  cents: number;
};

export type InvoiceFacts = {
  lines: readonly Pick<InvoiceLine, "kind" | "cents">[];
  /** Cents, added from that day on. */
  lateFee: number;
  lateFeeFrom: Day;
  isFeeWaived: boolean;
};

/** What an invoice comes to when it is paid on a date of the association. Cents. */
export type AmountDue = { fees: number; lateFee: number; total: number };

/** The amount that is judged when the hosted page is opened. Nothing to pay is never late. */
export function amountDueOn(invoice: InvoiceFacts, today: Day): AmountDue {
  const charged = invoice.lines.filter(({ kind }) => kind !== "late_fee");
  const sum = charged.reduce((cents, line) => cents + line.cents, 0);
  const fees = invoice.isFeeWaived ? 0 : Math.max(sum, 0);
  const lateFee = fees > 0 && invoice.lateFeeFrom <= today ? invoice.lateFee : 0;
  return { fees, lateFee, total: fees + lateFee };
}

/** One line a credential: "CAM 2027 renewal", "ACSM-CPT 2027–2029 renewal". */
export function feeLines(
  cycles: readonly { id: string; code: string; renews: CycleDates; fee: number }[],
): InvoiceLine[] {
  return cycles.map(({ id, code, renews, fee }) => ({
    kind: "fee",
    cycleId: id,
    text: `${code} ${yearsOf(renews)} renewal`,
    cents: fee,
  }));
}

/** "2027", "2024–2026" */
export function yearsOf({ startsOn, endsOn }: CycleDates): string {
  const [from, to] = [startsOn.slice(0, 4), endsOn.slice(0, 4)];
  return from === to ? from : `${from}–${to}`;
}

/** What an invoice asks for by the rules. Credits in hundredths, the late fee in cents. */
export function figuresOf({ required, minimums, lateFee }: TermsInForce) {
  return {
    requiredCredits: required,
    minimumCredits: Math.max(0, ...minimums.map(({ credits }) => credits)),
    lateFee,
  };
}

type Figures = { requiredCredits: number; minimumCredits: number };

/** The terms with the invoice's figures, which bind, in the place of their own. */
export function withFigures(
  terms: TermsInForce,
  { requiredCredits, minimumCredits }: Figures,
): TermsInForce {
  const minimums =
    minimumCredits > 0 ? [{ of: "in-network" as const, credits: minimumCredits }] : [];
  return { ...terms, required: requiredCredits, minimums };
}

/** The rules of a cycle as it is judged alone: an invoice for it alone binds where it differs from them. */
export function boundTerms({ terms, figures }: { terms: TermsInForce; figures: Figures | null }) {
  const ruled = figuresOf(terms);
  const isAsRuled =
    figures === null ||
    (figures.requiredCredits === ruled.requiredCredits &&
      figures.minimumCredits === ruled.minimumCredits);
  return isAsRuled ? terms : withFigures(terms, figures);
}

/** The worker, which does so by the clock, and whoever may change invoices. */
export function mayInvoice(actor: Actor): boolean {
  return actor.door === "worker" || may(actor, "change invoices");
}
