import type { Metadata, Route } from "next";
import { notFound } from "next/navigation";
import { DataTable } from "@/components/data-table";
import { EmptyState } from "@/components/empty-state";
import { PageHeading } from "@/components/page-heading";
import { Pager } from "@/components/pager";
import { TextLink } from "@/components/text-link";
import { officeFormPath } from "@/lib/addresses";
import { formatDay, formatInstant } from "@/lib/calendar";
import { printCredits } from "@/lib/credits/amount";
import { printAfter, readAfter } from "@/lib/page-after";
import { requireRole } from "@/lib/session";
import { findSettings } from "@/lib/settings/queries";
import { findOffice, listFormsToSign } from "@/lib/signatures/queries";

export const metadata: Metadata = { title: "Local office" };

export default async function OfficePage({ searchParams }: PageProps<"/office">) {
  const actor = await requireRole("sign forms");
  const office = await findOffice(actor);
  if (!office) notFound();
  const { after } = await searchParams;
  const [{ forms, next }, { timeZone }] = await Promise.all([
    listFormsToSign({ officeId: office.id, memberId: actor.memberId }, readAfter(after)),
    findSettings(),
  ]);
  return (
    <>
      <PageHeading title={office.name}>
        CEC Reporting Forms that your members sent to be verified and signed, the oldest first.
      </PageHeading>
      {forms.length === 0 ? (
        <EmptyState title="Nothing to sign">
          A form that a member of your office sends appears here.
        </EmptyState>
      ) : (
        <DataTable
          caption="Forms to verify"
          captionHidden
          rows={forms}
          rowKey={({ id }) => id}
          columns={[
            {
              key: "title",
              header: "Title",
              rowHeader: true,
              cell: ({ id, title }) => <TextLink href={officeFormPath(id)}>{title}</TextLink>,
            },
            { key: "member", header: "Member", cell: (form) => form.member },
            { key: "date", header: "Date", cell: (form) => formatDay(form.earnedOn) },
            { key: "category", header: "Category", cell: (form) => form.formatName },
            {
              key: "credits",
              header: "CECs",
              align: "end",
              cell: (form) => printCredits(form.credits),
            },
            {
              key: "sent",
              header: "Sent",
              cell: ({ sentAt }) => sentAt && formatInstant(sentAt, timeZone),
            },
          ]}
        />
      )}
      <Pager
        older={next ? (`/office?after=${printAfter(next)}` as Route) : undefined}
        labels={{ newer: "Back", older: "More" }}
      />
    </>
  );
}
