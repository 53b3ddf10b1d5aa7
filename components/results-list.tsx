"use client";

import type { Route } from "next";
import type { FormState } from "@/lib/form-state";
import { TextLink } from "./text-link";
import { useFocusOn } from "./use-focus-on";

/** What became of each of many: unfolded where one is left open, which leads to where it is looked at. */
export function ResultsList({
  results,
  isOpen = false,
}: Pick<FormState, "results"> & {
  /** Where what is left open has no link that tells it. */
  isOpen?: boolean;
}) {
  const title = useFocusOn<HTMLElement>(results);
  if (!results) return null;
  return (
    <details open={isOpen || results.some(({ href }) => href)}>
      <summary ref={title} className="cursor-pointer">
        <h2 className="inline text-lead">What became of each</h2>
      </summary>
      <ul className="flex list-disc flex-col gap-1 ps-5 pt-2 text-body">
        {/* What one did twice has one name twice: they differ by their place alone. */}
        {[...results.entries()].map(([nth, { name, sentence, href }]) => (
          <li key={nth} className="wrap-anywhere">
            {href ? <TextLink href={href as Route}>{name}</TextLink> : name}
            {`: ${sentence}`}
          </li>
        ))}
      </ul>
    </details>
  );
}
