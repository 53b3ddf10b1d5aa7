"use client";

import type { Route } from "next";
import Link from "next/link";
import type { ReactNode } from "react";
import { LinkPending } from "./link-pending";

/**
 * A link in the text. Like every link of these components it fetches nothing ahead: each page is
 * made for its reader on request, so that a list of twenty links would ask for twenty pages.
 */
export function TextLink<To extends string>({
  href,
  children,
}: {
  href: Route<To>;
  children: ReactNode;
}) {
  return (
    <Link href={href} prefetch={false} className="words-link">
      {children}
      <LinkPending />
    </Link>
  );
}
