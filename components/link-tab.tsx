import type { Route } from "next";
import Link from "next/link";
import { LinkPending } from "./link-pending";

/** One of a few pages that are one desk. */
export function LinkTab({
  href,
  isHere,
  children,
}: {
  href: Route;
  isHere: boolean;
  children: string;
}) {
  return (
    <Link
      href={href}
      prefetch={false}
      aria-current={isHere ? "page" : undefined}
      className="-mb-px flex min-h-11 items-center border-b-2 border-transparent pt-0.5 text-body font-semibold hover:border-edge hover:text-accent-deep aria-[current]:border-accent"
    >
      {children}
      <LinkPending />
    </Link>
  );
}
