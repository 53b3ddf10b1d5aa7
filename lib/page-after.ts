import { isId } from "@/lib/ids";

/** The last row of the page before, by what its list is ordered by: it may be gone from it meanwhile. */
export type After = { at: Date; id: string };

/** "2026-04-12T06:00:00.000Z~id", as the address of the next page says it. */
export function printAfter({ at, id }: After): string {
  return `${at.toISOString()}~${id}`;
}

/** Null: the first page, which also answers what makes no sense. */
export function readAfter(text: string | string[] | undefined): After | null {
  const [instant = "", id = ""] = typeof text === "string" ? text.split("~") : [];
  const at = new Date(instant);
  const isInstant = !Number.isNaN(at.getTime()) && at.toISOString() === instant;
  return isInstant && isId(id) ? { at, id } : null;
}

/** What comes after it in a list with the oldest first. */
export function laterThan<Column extends string>(column: Column, { at, id }: After) {
  return { OR: [{ [column]: { gt: at } }, { [column]: at, id: { gt: id } }] };
}

/** The same in a list with the latest first. */
export function earlierThan<Column extends string>(column: Column, { at, id }: After) {
  return { OR: [{ [column]: { lt: at } }, { [column]: at, id: { lt: id } }] };
}
