import { ArrowDown, ArrowUp, ChevronsUpDown } from "lucide-react";
import type { Route } from "next";
import Link from "next/link";
import { LinkPending } from "./link-pending";

/** The words of an address by which a column orders its list. */
export type SortWords = { up?: string; down?: string };

/** The order in which a list is shown, and the address of another. */
export type Sorting = { is: string; path: (sort: string) => Route };

export function directionOf({ up, down }: SortWords, { is }: Sorting) {
  if (is === up) return "ascending";
  return is === down ? "descending" : undefined;
}

/** A heading that leads to the list in its column's order; once there, to the other way round. */
export function SortHeading({
  header,
  sort,
  sorting,
}: {
  header: string;
  sort: SortWords;
  sorting: Sorting;
}) {
  const direction = directionOf(sort, sorting);
  const next = direction === "ascending" ? (sort.down ?? sort.up) : (sort.up ?? sort.down);
  const Arrow = direction === undefined ? ChevronsUpDown : arrows[direction];
  return (
    <Link
      href={sorting.path(next ?? "")}
      prefetch={false}
      scroll={false}
      className={`inline-flex items-center gap-1 underline-offset-4 hover:text-ink hover:underline ${direction ? "text-ink" : ""}`}
    >
      {header}
      <Arrow aria-hidden="true" className="size-3.5 shrink-0" />
      <LinkPending />
    </Link>
  );
}

const arrows = { ascending: ArrowUp, descending: ArrowDown };
