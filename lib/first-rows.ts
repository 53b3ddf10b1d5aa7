/** The first of many rows, and how many more there are. */
export function firstOf<Row>(rows: readonly Row[], most: number) {
  return { shown: rows.slice(0, most), more: Math.max(0, rows.length - most) };
}

/** "3 more are not shown."; null: all are. */
export function wordsForMore(more: number): string | null {
  if (more === 0) return null;
  return `${more} more ${more === 1 ? "is" : "are"} not shown.`;
}
