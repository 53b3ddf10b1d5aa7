import "server-only";
import { db, type Tx } from "@/lib/db";
import { queueJob } from "@/lib/jobs/queue";
import { findGateway } from "@/lib/payments/gateways";
import { findAnyRenewal } from "@/lib/renewals/queries";

const stillOpen = (renewalId: string, now: Date) => ({
  invoice: { renewalId },
  ...{ paidAt: null, expiredAt: null, failedAt: null, pendingAt: null },
  pageId: { not: null },
  expiresAt: { gt: now },
});

/**
 * Has pages of a renewal closed on which nothing is owed any more, within the change that made it so:
 * its invoice was replaced, waived, or paid on another page.
 */
export async function closePagesSoon(tx: Tx, renewalId: string, now: Date) {
  const open = await tx.payment.count({ where: stillOpen(renewalId, now) });
  if (open > 0) await queueJob(tx, "close-payment-pages", { renewalId });
}

/** Closes them at their gateways, whose news say that they are closed. */
export async function closePages(renewalId: string, now: Date) {
  const renewal = await findAnyRenewal(renewalId);
  const open = await db.payment.findMany({
    where: stillOpen(renewalId, now),
    select: { invoiceId: true, gateway: true, pageId: true },
  });
  for (const { invoiceId, gateway, pageId } of open) {
    const isOwed = renewal?.invoice.id === invoiceId && !renewal.isPaid;
    if (!isOwed && pageId !== null) await findGateway(gateway)?.expirePage(pageId);
  }
}
