import type { Metadata } from "next";
import { ChooseMany } from "@/components/choose-many";
import { EmptyState } from "@/components/empty-state";
import { LeftOut } from "@/components/left-out";
import { MoreRows } from "@/components/more-rows";
import { PageHeading } from "@/components/page-heading";
import { Pager } from "@/components/pager";
import { QueueKeys } from "@/components/queue-keys";
import { ReviewFilter } from "@/components/review-filter";
import { ReviewTabs } from "@/components/review-tabs";
import { reviewQueuePath } from "@/lib/addresses";
import { listFormats } from "@/lib/formats/queries";
import { printAfter, readAfter } from "@/lib/page-after";
import { listAwaitingReview, listLikelyDuplicates } from "@/lib/reviews/queries";
import { reviewQueueSchema } from "@/lib/reviews/schema";
import { requireRole } from "@/lib/session";
import { findSettings } from "@/lib/settings/queries";
import { findWaiting } from "@/lib/waiting/queries";
import { acceptChosen } from "./actions";
import { DuplicatesTable } from "./duplicates-table";
import { EntriesTable } from "./entries-table";

export const metadata: Metadata = { title: "Review" };

export default async function Review({ searchParams }: PageProps<"/admin/review">) {
  await requireRole("review credit");
  const typed = await searchParams;
  const { after, ...search } = reviewQueueSchema.parse(typed);
  const isWhole = !after && !search.q && !search.format;
  const [{ entries, next }, duplicates, formats, { timeZone }, waiting] = await Promise.all([
    listAwaitingReview(readAfter(after), search),
    isWhole ? listLikelyDuplicates() : null,
    listFormats(),
    findSettings(),
    findWaiting(),
  ]);
  return (
    <>
      <PageHeading title="Review">
        Credit that members reported and that counts once you accept it.
      </PageHeading>
      <ReviewTabs here="entries" waiting={waiting} search={search} />
      <div className="flex flex-wrap items-end justify-between gap-4">
        <ReviewFilter
          action={reviewQueuePath()}
          search={search}
          formats={formats.map(({ name }) => name)}
        />
        <QueueKeys list="queue" canChoose />
      </div>
      <LeftOut schema={reviewQueueSchema} search={typed} />
      <ChooseMany
        action={acceptChosen}
        shown={entries.map(({ id, memberId }) => ({ value: id, of: memberId }))}
        words={{
          act: "Accept",
          done: "accepted",
          one: "entry",
          many: "entries",
          after: "Their members are told by mail.",
        }}
      >
        {entries.length === 0 ? (
          <EmptyState title={isWhole ? "Nothing to review" : "Nothing to review here"}>
            Reports of formats that need a review appear here.
          </EmptyState>
        ) : (
          <div id="queue">
            <EntriesTable
              entries={entries}
              timeZone={timeZone}
              sorting={{
                is: search.sort ?? "oldest",
                path: (sort) => reviewQueuePath({ ...search, sort }),
              }}
            />
          </div>
        )}
      </ChooseMany>
      <Pager
        newer={after ? reviewQueuePath(search) : undefined}
        older={next ? reviewQueuePath({ ...search, after: printAfter(next) }) : undefined}
        labels={{ newer: "First page", older: "More" }}
      />
      {duplicates && duplicates.shown.length > 0 ? (
        <>
          <DuplicatesTable duplicates={duplicates.shown} />
          <MoreRows more={duplicates.more} />
        </>
      ) : null}
    </>
  );
}
