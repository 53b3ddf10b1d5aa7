import type { ReactNode } from "react";

export type Column<Row> = {
  key: string;
  header: string;
  cell: (row: Row) => ReactNode;
  /** The cell that names the row; on a phone it is the title of the stacked row. One a table. */
  rowHeader?: boolean;
  /** `end` for amounts. */
  align?: "start" | "end";
  /** For a column of buttons: its header is read out and not shown. */
  headerHidden?: boolean;
};

/** One cell of a `DataTable`, which on a phone brings its column's name along. */
export function DataCell<Row>({
  column,
  empty,
  children,
}: {
  column: Column<Row>;
  empty?: boolean;
  children: ReactNode;
}) {
  const place = `px-3 py-3 align-baseline first:ps-0 last:pe-0 max-md:px-0 max-md:py-1 ${columnSide(column)} ${empty ? "max-md:hidden" : ""}`;
  if (column.rowHeader)
    return (
      <th scope="row" className={`${place} font-semibold max-md:block`}>
        {children}
      </th>
    );
  return (
    <td
      className={`${place} max-md:grid max-md:grid-cols-[8.5rem_1fr] max-md:items-baseline max-md:gap-3`}
    >
      {/* Read out already by the column's header; shown where that header is not. */}
      <span aria-hidden="true" className="hidden text-note font-semibold text-muted max-md:block">
        {column.header}
      </span>
      <div className="min-w-0">{children}</div>
    </td>
  );
}

export function columnSide<Row>(column: Column<Row>) {
  return column.align === "end" ? "text-end max-md:text-start" : "text-start";
}
