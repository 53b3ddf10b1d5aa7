import type { Metadata } from "next";
import { Breadcrumbs } from "@/components/breadcrumbs";
import { DataTable } from "@/components/data-table";
import { EmptyState } from "@/components/empty-state";
import { PageHeading } from "@/components/page-heading";
import { Pager } from "@/components/pager";
import { TextLink } from "@/components/text-link";
import {
  adminRenewalsPath,
  auditsPath,
  drawPath,
  selectionPath,
  selectionsPath,
} from "@/lib/addresses";
import { formatInstant } from "@/lib/calendar";
import { listSelections } from "@/lib/credit-audit-selections/queries";
import { selectionsSchema } from "@/lib/credit-audit-selections/schema";
import { populationWords } from "@/lib/credit-audit-selections/wording";
import { printAfter } from "@/lib/page-after";
import { requireRole } from "@/lib/session";
import { findSettings } from "@/lib/settings/queries";

export const metadata: Metadata = { title: "Draws" };

export default async function Selections({
  searchParams,
}: PageProps<"/admin/renewals/audits/selections">) {
  await requireRole("follow renewals");
  const { after } = selectionsSchema.parse(await searchParams);
  const [{ selections, next }, { timeZone }] = await Promise.all([
    listSelections(after),
    findSettings(),
  ]);
  return (
    <>
      <Breadcrumbs
        steps={[
          { label: "Renewals", href: adminRenewalsPath() },
          { label: "Audits", href: auditsPath() },
          { label: "Draws" },
        ]}
      />
      <PageHeading title="Draws">What was drawn, by whom, and by which seed.</PageHeading>
      {selections.length === 0 ? (
        <EmptyState title="Nothing was drawn yet">
          <TextLink href={drawPath()}>Draw renewals to audit</TextLink>
        </EmptyState>
      ) : (
        <DataTable
          caption="Draws"
          captionHidden
          rows={selections}
          rowKey={({ id }) => id}
          columns={[
            {
              key: "at",
              header: "Drawn",
              rowHeader: true,
              cell: ({ id, drawnAt }) => (
                <TextLink href={selectionPath(id)}>{formatInstant(drawnAt, timeZone)}</TextLink>
              ),
            },
            { key: "by", header: "By", cell: ({ by }) => by },
            { key: "of", header: "From", cell: (row) => populationWords(row) },
            { key: "seed", header: "Seed", cell: ({ seed }) => seed },
            {
              key: "drawn",
              header: "Renewals",
              align: "end",
              cell: ({ drawn, population }) => `${drawn} of ${population}`,
            },
          ]}
        />
      )}
      <Pager
        newer={after ? selectionsPath() : undefined}
        older={next ? selectionsPath({ after: printAfter(next) }) : undefined}
        labels={{ newer: "First page", older: "More" }}
      />
    </>
  );
}
