export const REFUSAL_OF_GONE =
  "A credential that you ticked waits here no longer. Look at the renewal as it stands now.";

type Invoiced = {
  renewedAt: Date | null;
  /** Nothing is left to pay. */
  isPaid: boolean;
  /** `reason`: why an administrator changed it; null: it is by the rules. */
  invoice: { reason: string | null };
};

/**
 * Whether a credential that comes late waits for staff: what is paid or waived is not asked for anew,
 * and what an administrator changed by hand is not changed by itself. `listWaitingForStaff` says the
 * same to the database.
 */
export function waitsForStaff({ renewedAt, isPaid, invoice }: Invoiced): boolean {
  return renewedAt !== null || isPaid || invoice.reason !== null;
}
