import { DataTable } from "@/components/data-table";
import { TextLink } from "@/components/text-link";
import { reviewEntryPath } from "@/lib/addresses";
import { formatDay } from "@/lib/calendar";
import { printCredits } from "@/lib/credits/amount";
import type { listLikelyDuplicates } from "@/lib/reviews/queries";

type Duplicate = Awaited<ReturnType<typeof listLikelyDuplicates>>["shown"][number];

export function DuplicatesTable({ duplicates }: { duplicates: readonly Duplicate[] }) {
  return (
    <DataTable
      caption="Likely duplicates, which are counted once"
      rows={duplicates}
      rowKey={({ id }) => `twin-${id}`}
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
  );
}
