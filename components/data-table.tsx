import type { ReactNode } from "react";
import { type Column, columnSide, DataCell } from "./data-cell";

/**
 * A table with a caption and scopes. Where it would not fit it becomes rows stacked with their
 * labels.
 */
export function DataTable<Row>({
  caption,
  captionHidden,
  columns,
  rows,
  rowKey,
  foot,
}: {
  caption: string;
  captionHidden?: boolean;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  /** Unique among the rows; also the id of the row, for a link that leads to it. */
  rowKey: (row: Row) => string;
  /** The line of totals, by column key. */
  foot?: Readonly<Record<string, ReactNode>>;
}) {
  return (
    <table className="w-full border-collapse text-body stacked:block">
      <caption
        className={
          captionHidden ? "sr-only" : "pb-3 text-start text-title font-semibold stacked:block"
        }
      >
        {caption}
      </caption>
      <thead className="stacked:sr-only">
        <tr>
          {columns.map((column) => (
            <th
              key={column.key}
              scope="col"
              className={`border-b border-edge px-3 py-2 align-bottom text-note font-semibold text-muted first:ps-0 last:pe-0 ${column.headerHidden ? "w-px" : ""} ${columnSide(column)}`}
            >
              {column.headerHidden ? (
                <span className="sr-only">{column.header}</span>
              ) : (
                column.header
              )}
            </th>
          ))}
        </tr>
      </thead>
      <tbody className="stacked:block stacked:border-t stacked:border-edge">
        {rows.map((row) => (
          <tr key={rowKey(row)} id={rowKey(row)} className="data-row">
            {columns.map((column) => (
              <DataCell key={column.key} column={column}>
                {column.cell(row)}
              </DataCell>
            ))}
          </tr>
        ))}
      </tbody>
      {foot ? (
        <tfoot className="font-semibold stacked:block">
          <tr className="stacked:flex stacked:flex-col stacked:py-3">
            {columns.map((column) => (
              <DataCell key={column.key} column={column}>
                {foot[column.key]}
              </DataCell>
            ))}
          </tr>
        </tfoot>
      ) : null}
    </table>
  );
}
