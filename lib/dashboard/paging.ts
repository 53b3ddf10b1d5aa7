/** The rows before or after which a page stands. */
export type Place = { after?: string; before?: string };

/** The rows beside the one that is named; where it is not among them, the first ones. */
export function pageOf<Row>(
  rows: readonly Row[],
  { after, before }: Place,
  { size, idOf }: { size: number; idOf: (row: Row) => string },
) {
  const named = rows.findIndex((row) => idOf(row) === (after ?? before));
  const start = named === -1 ? 0 : after ? named + 1 : Math.max(named - size, 0);
  return {
    page: rows.slice(start, start + size),
    start,
    hasBefore: start > 0,
    hasAfter: start + size < rows.length,
  };
}
