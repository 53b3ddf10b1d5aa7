import type { InvoiceLine } from "@/lib/invoices/rules";

/** What an invoice added to the fees, or took off: one in its place goes on from there. Cents. */
export function adjustmentOf(lines: readonly Pick<InvoiceLine, "kind" | "cents">[]): number {
  const added = lines.filter(({ kind }) => kind === "adjustment");
  return added.reduce((sum, { cents }) => sum + cents, 0);
}

/** Why an invoice that was seen is not replaced: this one binds by now. */
export function wordsForOvertaken(number: number): string {
  return `Invoice ${number} took the place of the one you saw. Look at what it asks for, then change it if it is still wrong.`;
}
