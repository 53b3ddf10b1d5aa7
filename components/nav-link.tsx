"use client";

import type { Route } from "next";
import Link from "next/link";
import { usePathname } from "next/navigation";
import { LinkPending } from "./link-pending";

/** A link of the main navigation, which knows when the page is below it. */
export function NavLink({ href, children }: { href: Route; children: string }) {
  const here = usePathname();
  const current = here === href || here.startsWith(`${href}/`);
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
