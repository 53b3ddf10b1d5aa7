import type { ReactNode } from "react";
import type { SortWords } from "./sort-heading";

export type Column<Row> = {
  key: string;
  header: string;
  cell: (row: Row) => ReactNode;
  /** The cell that names the row; on a phone it is the title of the stacked row. One a table. */
  rowHeader?: boolean;
  /** `end` for amounts. */
  align?: "start" | "end";
  /** Its heading leads to the list in its order, where the table is given its `sorting`. */
  sort?: SortWords;
  /**
   * For the column of the row's buttons: its header is read out, not shown; on a phone it stands in
   * the upper corner of the stacked row. One a table.
   */
  headerHidden?: boolean;
};

/** One cell of a `DataTable`, which on a phone brings its column's name along. */
export function DataCell<Row>({ column, children }: { column: Column<Row>; children: ReactNode }) {
  const place = `data-cell ${columnSide(column)}`;
  // Stacked, a cell with nothing to say would be a label alone.
  if (children === undefined || children === null || children === "")
    return <td className={`${place} stacked:hidden`} />;
  if (column.rowHeader)
    return (
      <th
        scope="row"
        className={`${place} font-semibold stacked:-order-1 stacked:wrap-anywhere stacked:pe-14 stacked:text-lead`}
      >
        {children}
      </th>
    );
  if (column.headerHidden)
    return <td className={`${place} stacked:absolute stacked:end-0 stacked:top-1`}>{children}</td>;
  return (
    <td className={`${place} data-cell-labelled`}>
      {/* Read out already by the column's header; shown where that header is not. */}
      <span aria-hidden="true">{column.header}</span>
      <div>{children}</div>
    </td>
  );
}

export function columnSide<Row>(column: Column<Row>) {
  return column.align === "end"
    ? "text-end stacked:text-start md:**:data-field:ms-auto md:**:data-field:w-fit md:**:data-field:items-end"
    : "text-start";
}
