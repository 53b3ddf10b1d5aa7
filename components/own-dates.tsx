import { DataTable } from "@/components/data-table";
import { type Day, formatDays, formatLongDay } from "@/lib/calendar";

/** A cycle of the reader's that is to be renewed. */
export type OwnCycle = {
  id: string;
  called: { code: string };
  window: { from: Day; to: Day };
  dueOn: Day;
  lateFeeFrom: Day;
  lapsesOn: Day | null;
};

/** What the rules come to for the reader: plain dates of their own next renewals. */
export function OwnDates({ cycles }: { cycles: readonly OwnCycle[] }) {
  if (cycles.length === 0) return null;
  return (
    <DataTable
      caption="Your next renewals"
      rows={cycles}
      rowKey={({ id }) => id}
      columns={[
        { key: "code", header: "Credential", rowHeader: true, cell: ({ called }) => called.code },
        {
          key: "window",
          header: "CECs earned",
          cell: ({ window }) => formatDays(window.from, window.to),
        },
        { key: "due", header: "Due", cell: ({ dueOn }) => formatLongDay(dueOn) },
        {
          key: "late",
          header: "Late fee from",
          cell: ({ lateFeeFrom }) => formatLongDay(lateFeeFrom),
        },
        {
          key: "lapses",
          header: "Lapses",
          cell: ({ lapsesOn }) => (lapsesOn ? formatLongDay(lapsesOn) : "Never"),
        },
      ]}
    />
  );
}
