import { ChoiceBox } from "@/components/choice-box";
import { DataTable } from "@/components/data-table";
import type { Sorting } from "@/components/sort-heading";
import { TextLink } from "@/components/text-link";
import { reviewEntryPath } from "@/lib/addresses";
import { formatDay, formatInstant } from "@/lib/calendar";
import { printCredits } from "@/lib/credits/amount";
import type { listAwaitingReview } from "@/lib/reviews/queries";

type Waiting = Awaited<ReturnType<typeof listAwaitingReview>>["entries"][number];

export function EntriesTable({
  entries,
  timeZone,
  sorting,
}: {
  entries: readonly Waiting[];
  timeZone: string;
  sorting: Sorting;
}) {
  return (
    <DataTable
      caption="Awaiting review"
      captionHidden
      rows={entries}
      rowKey={({ id }) => id}
      sorting={sorting}
      columns={[
        {
          key: "title",
          header: "Course Name",
          rowHeader: true,
          cell: ({ id, title, member }) => (
            <span className="flex items-baseline gap-3 md:min-w-56">
              <ChoiceBox value={id} label={`Choose ${title}, ${member}`} />
              <TextLink href={reviewEntryPath(id)}>{title}</TextLink>
            </span>
          ),
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
          sort: { up: "oldest", down: "newest" },
          cell: (row) => formatInstant(row.createdAt, timeZone),
        },
        { key: "reason", header: "Look first", cell: (row) => row.reason },
      ]}
    />
  );
}
