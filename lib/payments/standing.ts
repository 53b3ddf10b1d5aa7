import "server-only";
import type { Tx } from "@/lib/db";
import { standingAmong } from "@/lib/payments/rules";

/** The payment that pays an invoice; null: none. */
export async function findStanding(tx: Tx, invoiceId: string): Promise<string | null> {
  const where = { invoiceId, standing: true };
  return (await tx.payment.findFirst({ where, select: { id: true } }))?.id ?? null;
}

/**
 * Has the right one of an invoice's payments pay it, under the renewal's lock, after any of them
 * changed; answers whether the invoice, which `before` paid, begins or ends to be paid by it.
 */
export async function chooseStanding(
  tx: Tx,
  invoiceId: string,
  before: string | null,
): Promise<"begins" | "ends" | "stays"> {
  const payments = await tx.payment.findMany({
    where: { invoiceId, paidAt: { not: null } },
    select: {
      id: true,
      paidAt: true,
      heldAt: true,
      refundRequestedAt: true,
      refundedAt: true,
      resolution: { select: { resolvedAt: true } },
    },
  });
  const after = standingAmong(
    payments.map(({ resolution, ...facts }) => {
      return { ...facts, resolvedAt: resolution?.resolvedAt ?? null };
    }),
  );
  if (before !== after) {
    // One after the other: an invoice never has two that stand.
    await stand(tx, before, false);
    await stand(tx, after, true);
  }
  if ((before === null) === (after === null)) return "stays";
  return after === null ? "ends" : "begins";
}

async function stand(tx: Tx, id: string | null, standing: boolean) {
  if (id === null) return;
  await tx.payment.update({ where: { id }, data: { standing }, select: { id: true } });
}
