import type { Metadata, Route } from "next";
import { DataTable } from "@/components/data-table";
import { EmptyState } from "@/components/empty-state";
import { PageHeading } from "@/components/page-heading";
import { Pager } from "@/components/pager";
import { TextLink } from "@/components/text-link";
import { reviewEntryPath } from "@/lib/addresses";
import { formatDay, formatInstant } from "@/lib/calendar";
import { printCredits } from "@/lib/credits/amount";
import { printAfter, readAfter } from "@/lib/page-after";
import { listAwaitingReview, listLikelyDuplicates } from "@/lib/reviews/queries";
import { requireRole } from "@/lib/session";
import { findSettings } from "@/lib/settings/queries";
import { countWaiting } from "@/lib/waiting/queries";

export const metadata: Metadata = { title: "Review" };

export default async function Review({ searchParams }: PageProps<"/admin/review">) {
  await requireRole("review credit");
  const { after } = await searchParams;
  const [{ entries, next }, duplicates, { timeZone }, { forms }] = await Promise.all([
    listAwaitingReview(readAfter(after)),
    listLikelyDuplicates(),
    findSettings(),
    countWaiting(),
  ]);
  return (
    <>
      <PageHeading title="Review">
        Credit that members reported and that counts once you accept it, the oldest first.
      </PageHeading>
      <p>
        <TextLink href="/admin/review/batches">
          {`Reporting forms submitted with renewals (${forms})`}
        </TextLink>
      </p>
      {entries.length === 0 ? (
        <EmptyState title="Nothing to review">
          Reports of formats that need a review appear here.
        </EmptyState>
      ) : (
        <div data-page="wide" className="flex flex-col gap-4">
          <DataTable
            caption="Awaiting review"
            rows={entries}
            rowKey={({ id }) => id}
            columns={[
              {
                key: "title",
                header: "Course Name",
                rowHeader: true,
                cell: ({ id, title }) => <TextLink href={reviewEntryPath(id)}>{title}</TextLink>,
              },
              {
                key: "member",
                header: "Member",
                cell: ({ member, memberNumber }) =>
                  memberNumber ? `${member} (${memberNumber})` : member,
              },
              { key: "earned", header: "Date Earned", cell: (row) => formatDay(row.earnedOn) },
              { key: "format", header: "Format", cell: (row) => row.formatName },
              {
                key: "credits",
                header: "Credits",
                align: "end",
                cell: (row) => printCredits(row.credits),
              },
              {
                key: "documents",
                header: "Documents",
                align: "end",
                cell: (row) => String(row.documents),
              },
              {
                key: "reported",
                header: "Reported",
                cell: (row) => formatInstant(row.createdAt, timeZone),
              },
            ]}
          />
          <Pager
            older={next ? (`/admin/review?after=${printAfter(next)}` as Route) : undefined}
            labels={{ newer: "Back", older: "More" }}
          />
        </div>
      )}
      {duplicates.length > 0 ? (
        <DataTable
          caption="Likely duplicates, which are counted once"
          rows={duplicates}
          rowKey={({ id }) => id}
          columns={[
            {
              key: "title",
              header: "Course Name",
              rowHeader: true,
              cell: ({ id, title }) => <TextLink href={reviewEntryPath(id)}>{title}</TextLink>,
            },
            { key: "member", header: "Member", cell: (row) => row.member },
            { key: "earned", header: "Date Earned", cell: (row) => formatDay(row.earnedOn) },
            {
              key: "credits",
              header: "Credits",
              align: "end",
              cell: (row) => printCredits(row.credits),
            },
            { key: "other", header: "Resembles", cell: (row) => row.otherTitle },
          ]}
        />
      ) : null}
    </>
  );
}
