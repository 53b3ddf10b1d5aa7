import type { ReactNode } from "react";
import type { ClaimRow } from "@/lib/claims/rows";
import { totalOf } from "@/lib/claims/rules";
import { printCredits } from "@/lib/credits/amount";
import type { Column } from "./data-cell";
import { DataTable } from "./data-table";
import { DayLabel } from "./day-label";

/** The days of a claim with their maximum and credits; `credits` draws the amount's cell. */
export function ClaimTable({
  event,
  rows,
  acts,
  credits,
}: {
  event: string;
  rows: readonly ClaimRow[];
  /** The column of buttons before the days. */
  acts?: Column<ClaimRow>;
  credits: (row: ClaimRow) => ReactNode;
}) {
  return (
    <DataTable
      caption={`Credits for ${event}`}
      captionHidden
      rows={rows}
      rowKey={(row) => row.eventDayId}
      columns={[
        ...(acts ? [acts] : []),
        {
          key: "day",
          header: "Day",
          rowHeader: true,
          cell: (row) => <DayLabel day={row.day} title={row.title} />,
        },
        {
          key: "maximum",
          header: "Maximum",
          align: "end",
          cell: (row) => printCredits(row.maximum),
        },
        { key: "credits", header: "Credits Earned", align: "end", cell: credits },
      ]}
      foot={{
        day: "Total",
        maximum: printCredits(rows.reduce((sum, row) => sum + row.maximum, 0)),
        credits: printCredits(totalOf(rows)),
      }}
    />
  );
}
