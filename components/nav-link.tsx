"use client";

import type { Route } from "next";
import Link from "next/link";
import { usePathname } from "next/navigation";
import { LinkPending } from "./link-pending";

type Place = {
  href: Route;
  /** The pages below it have links of their own. */
  alone?: boolean;
};

/** Whether a page is this place or, unless it stands for itself, below it. */
export function isAt({ href, alone }: Place, here: string): boolean {
  return here === href || (!alone && here.startsWith(`${href}/`));
}

/** A line under the current one of a row, a bar at the start of the current one of a list. */
const LOOKS = {
  row: "min-h-11 border-b-2 pt-0.5",
  list: "min-h-11 grow border-s-2 ps-3 lg:min-h-9",
};

/** A link of a navigation, which knows when the page is at its place. */
export function NavLink({
  href,
  alone,
  look = "row",
  children,
}: Place & { look?: keyof typeof LOOKS; children: string }) {
  const here = usePathname();
  const current = isAt({ href, alone }, here);
  return (
    <Link
      href={href}
      prefetch={false}
      aria-current={current ? (here === href ? "page" : "true") : undefined}
      className={`flex items-center border-transparent text-body font-semibold hover:border-edge hover:text-accent-deep aria-[current]:border-accent ${LOOKS[look]}`}
    >
      {children}
      <LinkPending />
    </Link>
  );
}
