import type { Metadata } from "next";
import { DataTable } from "@/components/data-table";
import { EmptyState } from "@/components/empty-state";
import { FilterBar } from "@/components/filter-bar";
import { LeftOut } from "@/components/left-out";
import { PageHeading } from "@/components/page-heading";
import { Pager } from "@/components/pager";
import { SelectField } from "@/components/select-field";
import { adminPaymentsPath } from "@/lib/addresses";
import { printAfter } from "@/lib/page-after";
import { listMade, listNeedingStaff } from "@/lib/payments/queries";
import { MADE_STATES, paymentListSchema } from "@/lib/payments/schema";
import { STATE_WORDS, whyStaff } from "@/lib/payments/wording";
import { requireRole } from "@/lib/session";
import { findSettings } from "@/lib/settings/queries";
import { NewsOfNothing } from "./news-of-nothing";
import { paymentColumns } from "./payment-columns";

export const metadata: Metadata = { title: "Payments" };

/** What of the money needs an administrator, and then all that was paid. */
export default async function Payments({ searchParams }: PageProps<"/admin/payments">) {
  await requireRole("refund payments");
  const search = await searchParams;
  const wanted = paymentListSchema.parse(search);
  const { state, sort, after } = wanted;
  const [waiting, made, { timeZone }] = await Promise.all([
    listNeedingStaff(new Date()),
    listMade(wanted),
    findSettings(),
  ]);
  const columns = paymentColumns(timeZone);
  return (
    <>
      <PageHeading title="Payments">
        What needs you comes first; then every payment. Open one to refund it.
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
      <FilterBar
        action={adminPaymentsPath()}
        clear={state ? adminPaymentsPath({ sort }) : undefined}
        sort={sort}
      >
        <SelectField
          name="state"
          label="State"
          defaultValue={state ?? ""}
          options={[
            { value: "", label: "All" },
            ...MADE_STATES.map((value) => ({ value, label: STATE_WORDS[value] })),
          ]}
        />
      </FilterBar>
      <LeftOut schema={paymentListSchema} search={search} />
      {made.payments.length === 0 ? (
        <EmptyState title={state ? "No payment found" : "No payments yet"}>
          {state ? "No payment stands so." : "Payments of renewals appear here."}
        </EmptyState>
      ) : (
        <DataTable
          caption="Payments"
          rows={made.payments}
          rowKey={({ id }) => `made-${id}`}
          sorting={{
            is: sort ?? "newest",
            path: (to) => adminPaymentsPath({ state, sort: to }),
          }}
          columns={columns}
        />
      )}
      <Pager
        newer={after ? adminPaymentsPath({ state, sort }) : undefined}
        older={
          made.next ? adminPaymentsPath({ state, sort, after: printAfter(made.next) }) : undefined
        }
        labels={{ newer: "First page", older: "More" }}
      />
    </>
  );
}
