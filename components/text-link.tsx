import type { Route } from "next";
import Link from "next/link";
import type { ReactNode } from "react";
import { LinkPending } from "./link-pending";

export function TextLink<To extends string>({
  href,
  children,
  prefetch,
}: {
  href: Route<To>;
  children: ReactNode;
  prefetch?: boolean;
}) {
  return (
    <Link href={href} prefetch={prefetch} className="words-link">
      {children}
      <LinkPending />
    </Link>
  );
}
