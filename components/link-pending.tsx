"use client";

import { useLinkStatus } from "next/link";

/**
 * Stands inside a link and draws a thin bar along the top of the page while the next page is on its
 * way. It waits a moment first: most pages are there before anyone would see it.
 */
export function LinkPending() {
  const { pending } = useLinkStatus();
  return pending ? (
    <span
      aria-hidden="true"
      className="fixed inset-x-0 top-0 z-50 h-0.75 origin-left animate-[arrive_4s_ease-out_150ms_both] bg-accent"
    />
  ) : null;
}
