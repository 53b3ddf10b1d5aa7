import type { ReactNode } from "react";

export type Column<Row> = {
  key: string;
  header: string;
  cell: (row: Row) => ReactNode;
  /** The cell that names the row; on a phone it is the title of the stacked row. One a table. */
  rowHeader?: boolean;
  /** `end` for amounts. */
  align?: "start" | "end";
  /** For a column of buttons or notes that explain themselves: its header is read out, not shown. */
  headerHidden?: boolean;
};

/** One cell of a `DataTable`, which on a phone brings its column's name along. */
export function DataCell<Row>({ column, children }: { column: Column<Row>; children: ReactNode }) {
  const place = `px-3 py-3 align-baseline first:ps-0 last:pe-0 max-md:px-0 max-md:py-1 ${columnSide(column)}`;
  // Stacked, a cell with nothing to say would be a label alone.
  if (children === undefined || children === null || children === "")
    return <td className={`${place} max-md:hidden`} />;
  if (column.rowHeader)
    return (
      <th scope="row" className={`${place} font-semibold max-md:-order-1 max-md:text-lead`}>
        {children}
      </th>
    );
  if (column.headerHidden) return <td className={place}>{children}</td>;
  return (
    <td
      className={`${place} max-md:grid max-md:grid-cols-[8rem_1fr] max-md:items-baseline max-md:gap-3`}
    >
      {/* Read out already by the column's header; shown where that header is not. */}
      <span aria-hidden="true" className="hidden text-note text-muted max-md:block">
        {column.header}
      </span>
      <div className="min-w-0">{children}</div>
    </td>
  );
}

export function columnSide<Row>(column: Column<Row>) {
  return column.align === "end" ? "text-end max-md:text-start" : "text-start";
}
