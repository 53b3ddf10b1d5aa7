import type { ReactNode } from "react";
import { type Column, columnSide, DataCell } from "./data-cell";
import { directionOf, SortHeading, type Sorting } from "./sort-heading";

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
  sorting,
}: {
  caption: string;
  captionHidden?: boolean;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  /** Unique among the rows; also the id of the row, for a link that leads to it. */
  rowKey: (row: Row) => string;
  /** The line of totals, by column key. */
  foot?: Readonly<Record<string, ReactNode>>;
  /** The order of the rows; columns with a `sort` lead to others. */
  sorting?: Sorting;
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
      <thead className={sorting ? "stacked:block" : "stacked:sr-only"}>
        <tr className="stacked:flex stacked:flex-wrap stacked:gap-x-4">
          {columns.map((column) => (
            <th
              key={column.key}
              scope="col"
              aria-sort={sorting && column.sort && directionOf(column.sort, sorting)}
              className={`border-b border-edge px-3 py-2 align-bottom text-note font-semibold text-muted first:ps-0 last:pe-0 stacked:border-0 stacked:px-0 ${column.sort ? "" : "stacked:sr-only"} ${column.headerHidden ? "w-px" : ""} ${columnSide(column)}`}
            >
              <Heading column={column} sorting={sorting} />
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

function Heading<Row>({ column, sorting }: { column: Column<Row>; sorting?: Sorting }) {
  const { header, headerHidden, sort } = column;
  if (headerHidden) return <span className="sr-only">{header}</span>;
  return sort && sorting ? <SortHeading header={header} sort={sort} sorting={sorting} /> : header;
}
