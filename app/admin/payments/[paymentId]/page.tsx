import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Breadcrumbs } from "@/components/breadcrumbs";
import { DataTable } from "@/components/data-table";
import { FactsList } from "@/components/facts-list";
import { Notice } from "@/components/notice";
import { PageHeading } from "@/components/page-heading";
import { receiptPath } from "@/lib/addresses";
import { formatInstant } from "@/lib/calendar";
import { printMoney } from "@/lib/credits/amount";
import { fullName, REFUSAL_OF_OWN } from "@/lib/members/rules";
import { findPayment } from "@/lib/payments/queries";
import { needsStaff, refusalOf } from "@/lib/payments/rules";
import { STATE_WORDS, whyStaff } from "@/lib/payments/wording";
import { capital } from "@/lib/sentences";
import { requireRole } from "@/lib/session";
import { findSettings } from "@/lib/settings/queries";
import { RefundForm } from "./refund-form";
import { ResolveForm } from "./resolve-form";

export const metadata: Metadata = { title: "A payment" };

export default async function PaymentPage({ params }: PageProps<"/admin/payments/[paymentId]">) {
  const actor = await requireRole("refund payments");
  const [payment, { timeZone }] = await Promise.all([
    findPayment((await params).paymentId),
    findSettings(),
  ]);
  if (!payment) notFound();
  const { invoice, state } = payment;
  const { member, memberId } = invoice.renewal;
  const asked = printMoney(payment.cents, payment.currency);
  const amount = printMoney(payment.received.cents, payment.received.currency);
  const isOwn = memberId === actor.memberId;
  const at = (instant: Date | null) => (instant ? formatInstant(instant, timeZone) : "");
  const facts = [
    { name: "State", fact: STATE_WORDS[state] },
    { name: "Amount", fact: amount },
    { name: "Asked for", fact: asked === amount ? "" : asked },
    { name: "Opened", fact: at(payment.openedAt) },
    { name: "Paid", fact: at(payment.paidAt) },
    { name: "Refund requested", fact: at(payment.refundRequestedAt) },
    { name: "Reason", fact: payment.refundReason ?? "" },
    { name: "Refunded", fact: at(payment.refundedAt) },
    { name: "Resolved", fact: at(payment.resolvedAt) },
    { name: "What was done", fact: payment.note ?? "" },
    {
      name: "At the provider",
      fact: (
        <span className="break-all">
          {[payment.gateway, payment.pageId, payment.paymentRef].filter(Boolean).join(" · ")}
        </span>
      ),
    },
  ];
  return (
    <>
      <Breadcrumbs
        steps={[
          { label: "Payments", href: "/admin/payments" },
          { label: `Invoice ${invoice.number}` },
        ]}
      />
      <PageHeading title={`Payment of invoice ${invoice.number}`}>
        {[fullName(member), member.memberNumber].filter(Boolean).join(", member number ")}
      </PageHeading>
      {needsStaff(state) ? <Notice tone="warning">{whyStaff(payment)}</Notice> : null}
      <FactsList facts={facts.filter(({ fact }) => fact !== "")} />
      {payment.standing || payment.refundedAt ? (
        <p>
          <a className="words-link" href={receiptPath(payment.invoiceId)}>
            Receipt (PDF)
          </a>
        </p>
      ) : null}
      {isOwn ? <Notice tone="note">{REFUSAL_OF_OWN}</Notice> : null}
      <RefundForm
        paymentId={payment.id}
        amount={amount}
        isOffered={!isOwn && refusalOf(state, "request refund") === null}
      />
      <ResolveForm
        paymentId={payment.id}
        isOffered={!isOwn && refusalOf(state, "resolve") === null}
      />
      <DataTable
        caption="What the payment provider told"
        rows={payment.events}
        rowKey={({ eventId }) => eventId}
        columns={[
          { key: "at", header: "When", cell: ({ happenedAt }) => at(happenedAt) },
          { key: "kind", header: "News", rowHeader: true, cell: ({ kind }) => capital(kind) },
          {
            key: "amount",
            header: "Amount",
            align: "end",
            cell: ({ cents, currency }) =>
              cents !== null && currency ? printMoney(cents, currency) : null,
          },
          { key: "name", header: "Name", cell: ({ eventId }) => eventId },
        ]}
      />
    </>
  );
}
