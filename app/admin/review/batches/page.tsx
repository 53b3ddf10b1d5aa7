import type { Metadata } from "next";
import { Breadcrumbs } from "@/components/breadcrumbs";
import { ChoiceBox } from "@/components/choice-box";
import { ChooseMany } from "@/components/choose-many";
import { DataTable } from "@/components/data-table";
import { EmptyState } from "@/components/empty-state";
import { LeftOut } from "@/components/left-out";
import { PageHeading } from "@/components/page-heading";
import { Pager } from "@/components/pager";
import { QueueKeys } from "@/components/queue-keys";
import { ReviewFilter } from "@/components/review-filter";
import { ReviewTabs } from "@/components/review-tabs";
import type { Sorting } from "@/components/sort-heading";
import { TextLink } from "@/components/text-link";
import { reviewBatchesPath, reviewBatchPath, reviewQueuePath } from "@/lib/addresses";
import { formatInstant } from "@/lib/calendar";
import { printCredits } from "@/lib/credits/amount";
import { listFormats } from "@/lib/formats/queries";
import { isId } from "@/lib/ids";
import { listBatchesToReview } from "@/lib/line-decisions/queries";
import { reviewQueueSchema } from "@/lib/reviews/schema";
import { requireRole } from "@/lib/session";
import { findSettings } from "@/lib/settings/queries";
import { findWaiting } from "@/lib/waiting/queries";
import { approveChosen } from "./actions";

export const metadata: Metadata = { title: "Submitted forms" };

type Batch = Awaited<ReturnType<typeof listBatchesToReview>>["batches"][number];

export default async function Batches({ searchParams }: PageProps<"/admin/review/batches">) {
  await requireRole("review credit");
  const typed = await searchParams;
  const { after, ...search } = reviewQueueSchema.parse(typed);
  const [{ batches, next }, formats, { timeZone }, waiting] = await Promise.all([
    listBatchesToReview(after && isId(after) ? after : null, search),
    listFormats(),
    findSettings(),
    findWaiting(),
  ]);
  const onForms = formats.filter(({ formPosition }) => formPosition !== null);
  return (
    <>
      <Breadcrumbs
        steps={[{ label: "Review", href: reviewQueuePath() }, { label: "Submitted forms" }]}
      />
      <PageHeading title="Submitted forms">
        CEC Reporting Forms that members submitted with their renewals.
      </PageHeading>
      <ReviewTabs here="forms" waiting={waiting} search={search} />
      <div className="flex flex-wrap items-end justify-between gap-4">
        <ReviewFilter
          action={reviewBatchesPath()}
          search={search}
          formats={onForms.map(({ name }) => name)}
        />
        <QueueKeys list="queue" canChoose />
      </div>
      <LeftOut schema={reviewQueueSchema} search={typed} />
      <ChooseMany
        action={approveChosen}
        shown={batches.map((batch) => ({ value: seenAs(batch), of: batch.id }))}
        words={{
          act: "Approve",
          done: "approved",
          one: "submission",
          many: "submissions",
          after:
            "Every form of them that awaits approval is approved, and its member told by mail.",
        }}
      >
        {batches.length === 0 ? (
          <EmptyState title="Nothing to approve">
            What members submit for their renewals appears here.
          </EmptyState>
        ) : (
          <div id="queue">
            <BatchesTable
              batches={batches}
              timeZone={timeZone}
              sorting={{
                is: search.sort ?? "oldest",
                path: (sort) => reviewBatchesPath({ ...search, sort }),
              }}
            />
          </div>
        )}
      </ChooseMany>
      <Pager
        newer={after ? reviewBatchesPath(search) : undefined}
        older={next ? reviewBatchesPath({ ...search, after: next }) : undefined}
        labels={{ newer: "First page", older: "More" }}
      />
    </>
  );
}

/** A submission as it is looked at: what is submitted again meanwhile is not approved unseen. */
function seenAs({ id, version }: Batch): string {
  return `${id}.${version}`;
}

function BatchesTable({
  batches,
  timeZone,
  sorting,
}: {
  batches: readonly Batch[];
  timeZone: string;
  sorting: Sorting;
}) {
  return (
    <DataTable
      caption="Submissions"
      captionHidden
      rows={batches}
      rowKey={({ id }) => id}
      sorting={sorting}
      columns={[
        {
          key: "member",
          header: "Member",
          rowHeader: true,
          cell: (batch) => (
            <span className="flex items-baseline gap-3 md:min-w-56">
              <ChoiceBox value={seenAs(batch)} label={`Choose the forms of ${batch.member}`} />
              <TextLink href={reviewBatchPath(batch.id)}>
                {batch.memberNumber ? `${batch.member} (${batch.memberNumber})` : batch.member}
              </TextLink>
            </span>
          ),
        },
        { key: "awaiting", header: "Forms", align: "end", cell: (row) => String(row.awaiting) },
        { key: "credits", header: "CECs", align: "end", cell: (row) => printCredits(row.credits) },
        { key: "formats", header: "Format", cell: (row) => row.formats.join(", ") },
        { key: "version", header: "Version", align: "end", cell: (row) => String(row.version) },
        {
          key: "since",
          header: "Submitted",
          sort: { up: "oldest", down: "newest" },
          cell: (row) => formatInstant(row.since, timeZone),
        },
      ]}
    />
  );
}
