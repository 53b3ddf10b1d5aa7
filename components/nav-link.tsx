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

/** A link of a navigation, which knows when the page is at its place. */
export function NavLink({ href, alone, children }: Place & { children: string }) {
  const here = usePathname();
  const current = isAt({ href, alone }, here);
  return (
    <Link
      href={href}
      prefetch={false}
      aria-current={current ? (here === href ? "page" : "true") : undefined}
      className="flex min-h-11 items-center border-b-2 border-transparent pt-0.5 text-body font-semibold hover:border-edge hover:text-accent-deep aria-[current]:border-accent"
    >
      {children}
      <LinkPending />
    </Link>
  );
}
