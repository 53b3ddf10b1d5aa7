"use client";

import type { Route } from "next";
import Link from "next/link";
import { usePathname } from "next/navigation";
import { LinkPending } from "./link-pending";

/** A link of a navigation, which knows when the page is it or, unless it stands for itself, below it. */
export function NavLink({
  href,
  alone,
  children,
}: {
  href: Route;
  /** The pages below it have links of their own. */
  alone?: boolean;
  children: string;
}) {
  const here = usePathname();
  const current = here === href || (!alone && here.startsWith(`${href}/`));
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
