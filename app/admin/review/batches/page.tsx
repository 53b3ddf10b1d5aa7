import type { Metadata, Route } from "next";
import { Breadcrumbs } from "@/components/breadcrumbs";
import { DataTable } from "@/components/data-table";
import { EmptyState } from "@/components/empty-state";
import { PageHeading } from "@/components/page-heading";
import { Pager } from "@/components/pager";
import { TextLink } from "@/components/text-link";
import { reviewBatchPath } from "@/lib/addresses";
import { formatInstant } from "@/lib/calendar";
import { printCredits } from "@/lib/credits/amount";
import { isId } from "@/lib/ids";
import { listBatchesToReview } from "@/lib/line-decisions/queries";
import { requireRole } from "@/lib/session";
import { findSettings } from "@/lib/settings/queries";

export const metadata: Metadata = { title: "Submitted forms" };

export default async function Batches({ searchParams }: PageProps<"/admin/review/batches">) {
  await requireRole("review credit");
  const { after } = await searchParams;
  const [{ batches, next }, { timeZone }] = await Promise.all([
    listBatchesToReview(typeof after === "string" && isId(after) ? after : null),
    findSettings(),
  ]);
  return (
    <>
      <Breadcrumbs
        steps={[{ label: "Review", href: "/admin/review" }, { label: "Submitted forms" }]}
      />
      <PageHeading title="Submitted forms">
        CEC Reporting Forms that members submitted with their renewals, the oldest first.
      </PageHeading>
      {batches.length === 0 ? (
        <EmptyState title="Nothing to approve">
          What members submit for their renewals appears here.
        </EmptyState>
      ) : (
        <DataTable
          caption="Submissions"
          captionHidden
          rows={batches}
          rowKey={({ id }) => id}
          columns={[
            {
              key: "member",
              header: "Member",
              rowHeader: true,
              cell: ({ id, member, memberNumber }) => (
                <TextLink href={reviewBatchPath(id)}>
                  {memberNumber ? `${member} (${memberNumber})` : member}
                </TextLink>
              ),
            },
            {
              key: "awaiting",
              header: "Lines",
              align: "end",
              cell: (batch) => String(batch.awaiting),
            },
            {
              key: "credits",
              header: "CECs",
              align: "end",
              cell: (batch) => printCredits(batch.credits),
            },
            {
              key: "version",
              header: "Version",
              align: "end",
              cell: (batch) => String(batch.version),
            },
            {
              key: "since",
              header: "Submitted",
              cell: (batch) => formatInstant(batch.since, timeZone),
            },
          ]}
        />
      )}
      <Pager
        older={next ? (`/admin/review/batches?after=${next}` as Route) : undefined}
        labels={{ newer: "Back", older: "More" }}
      />
    </>
  );
}
