import { DataTable } from "@/components/data-table";
import { TextLink } from "@/components/text-link";
import { reviewEntryPath } from "@/lib/addresses";
import { formatDay } from "@/lib/calendar";
import { printCredits } from "@/lib/credits/amount";
import type { StandingEntry } from "@/lib/entries/rules";
import { capital } from "@/lib/sentences";

const SHOWN = 20;

/** The newest credit on the member's record. */
export function Entries({ entries }: { entries: readonly StandingEntry[] }) {
  const latest = entries.toReversed().slice(0, SHOWN);
  return (
    <section className="flex flex-col gap-3">
      <h2>Credit</h2>
      {latest.length === 0 ? (
        <p className="text-muted">No credit is on record.</p>
      ) : (
        <>
          <DataTable
            caption="Credit on record"
            captionHidden
            rows={latest}
            rowKey={({ id }) => id}
            columns={[
              {
                key: "title",
                header: "Course Name",
                rowHeader: true,
                cell: ({ id, title }) => <TextLink href={reviewEntryPath(id)}>{title}</TextLink>,
              },
              { key: "earned", header: "Date Earned", cell: (row) => formatDay(row.earnedOn) },
              { key: "format", header: "Format", cell: (row) => row.format },
              {
                key: "credits",
                header: "Credits",
                align: "end",
                cell: (row) => printCredits(row.credits),
              },
              { key: "type", header: "Credit Type", cell: (row) => row.creditType },
              { key: "state", header: "State", cell: (row) => capital(row.state) },
            ]}
          />
          {entries.length > SHOWN ? (
            <p className="text-body text-muted">
              {`The latest ${SHOWN} of ${entries.length}. The ledgers above list all.`}
            </p>
          ) : null}
        </>
      )}
    </section>
  );
}
