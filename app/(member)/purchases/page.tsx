import type { Metadata } from "next";
import { Breadcrumbs, MY_ACCOUNT } from "@/components/breadcrumbs";
import { DataTable } from "@/components/data-table";
import { EmptyState } from "@/components/empty-state";
import { PageHeading } from "@/components/page-heading";
import { TextLink } from "@/components/text-link";
import { receiptPath, renewalPath } from "@/lib/addresses";
import { formatLongDay, todayIn } from "@/lib/calendar";
import { printMoney } from "@/lib/credits/amount";
import { listInvoices } from "@/lib/invoices/queries";
import { requireActor } from "@/lib/session";
import { findSettings } from "@/lib/settings/queries";

export const metadata: Metadata = { title: "My Purchases" };

type Invoice = Awaited<ReturnType<typeof listInvoices>>[number];

export default async function MyPurchases() {
  const [{ memberId }, { timeZone }] = await Promise.all([requireActor(), findSettings()]);
  const invoices = await listInvoices(memberId, todayIn(timeZone, new Date()));
  return (
    <>
      <Breadcrumbs steps={[MY_ACCOUNT, { label: "My Purchases" }]} />
      <PageHeading title="My Purchases">Your invoices and receipts.</PageHeading>
      {invoices.length === 0 ? (
        <EmptyState title="No purchases yet">
          Invoices for the renewal of your certifications, and the receipts for them, appear here.
        </EmptyState>
      ) : (
        <DataTable
          caption="Your invoices"
          captionHidden
          rows={invoices}
          rowKey={({ id }) => id}
          columns={[
            { key: "number", header: "Invoice", cell: ({ number }) => number },
            {
              key: "issued",
              header: "Issued",
              cell: ({ issuedAt }) => formatLongDay(todayIn(timeZone, issuedAt)),
            },
            {
              key: "for",
              header: "For",
              rowHeader: true,
              cell: ({ renewalId, lines }) => (
                <TextLink href={renewalPath(renewalId)}>
                  {lines
                    .filter(({ kind }) => kind === "fee")
                    .map(({ text }) => text)
                    .join(", ")}
                </TextLink>
              ),
            },
            { key: "state", header: "State", cell: (invoice) => stateWords(invoice, timeZone) },
            {
              key: "receipt",
              header: "Receipt",
              cell: ({ id, number, paid, refundedAt }) =>
                paid === null && !refundedAt ? null : (
                  <a className="words-link" href={receiptPath(id)}>
                    <span className="sr-only">Invoice {number}: </span>Receipt (PDF)
                  </a>
                ),
            },
          ]}
        />
      )}
    </>
  );
}

function stateWords({ refundedAt, ...invoice }: Invoice, zone: string): string {
  if (!refundedAt || invoice.paid !== null) return dueWords(invoice);
  return `Refunded on ${formatLongDay(todayIn(zone, refundedAt))}. ${dueWords(invoice)}`;
}

function dueWords({ voidedAt, paid, due, isFeeWaived, currency }: Omit<Invoice, "refundedAt">) {
  if (paid !== null) return `${printMoney(paid, currency)} paid`;
  if (voidedAt) return "Void: another took its place";
  if (isFeeWaived) return "Waived";
  return due === 0 ? "Nothing to pay" : `${printMoney(due, currency)} due`;
}
