import type { Metadata, Route } from "next";
import { DataTable } from "@/components/data-table";
import { EmptyState } from "@/components/empty-state";
import { PageHeading } from "@/components/page-heading";
import { Pager } from "@/components/pager";
import { isId } from "@/lib/ids";
import { listMade, listNeedingStaff } from "@/lib/payments/queries";
import { whyStaff } from "@/lib/payments/wording";
import { requireRole } from "@/lib/session";
import { findSettings } from "@/lib/settings/queries";
import { NewsOfNothing } from "./news-of-nothing";
import { paymentColumns } from "./payment-columns";

export const metadata: Metadata = { title: "Payments" };

/** What of the money needs an administrator, and then all that was paid. */
export default async function Payments({ searchParams }: PageProps<"/admin/payments">) {
  await requireRole("refund payments");
  const { after } = await searchParams;
  const from = typeof after === "string" && isId(after) ? after : null;
  const [waiting, made, { timeZone }] = await Promise.all([
    listNeedingStaff(new Date()),
    listMade(from),
    findSettings(),
  ]);
  const columns = paymentColumns(timeZone);
  return (
    <>
      <PageHeading title="Payments">
        What needs you comes first; then every payment, the latest first. Open one to refund it.
      </PageHeading>
      {waiting.payments.length > 0 ? (
        <DataTable
          caption="Needs staff"
          rows={waiting.payments}
          rowKey={({ id }) => id}
          columns={[...columns, { key: "why", header: "Why", cell: whyStaff }]}
        />
      ) : null}
      {waiting.news.length > 0 ? <NewsOfNothing news={waiting.news} zone={timeZone} /> : null}
      {made.payments.length === 0 ? (
        <EmptyState title="No payments yet">Payments of renewals appear here.</EmptyState>
      ) : (
        <DataTable
          caption="Payments"
          rows={made.payments}
          rowKey={({ id }) => `made-${id}`}
          columns={columns}
        />
      )}
      <Pager
        older={made.next ? (`/admin/payments?after=${made.next}` as Route) : undefined}
        labels={{ newer: "Back", older: "More" }}
      />
    </>
  );
}
