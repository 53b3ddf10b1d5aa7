"use client";

import type { Route } from "next";
import type { FormState } from "@/lib/form-state";
import { TextLink } from "./text-link";
import { useFocusOn } from "./use-focus-on";

/** What became of each of many; what is left open leads to where it is looked at by itself. */
export function ResultsList({ results }: Pick<FormState, "results">) {
  const heading = useFocusOn<HTMLHeadingElement>(results);
  if (!results) return null;
  return (
    <section className="flex flex-col gap-2">
      <h2 ref={heading} tabIndex={-1} className="text-lead">
        What became of each
      </h2>
      <ul className="flex list-disc flex-col gap-1 ps-5 text-body">
        {/* What one did twice has one name twice: they differ by their place alone. */}
        {[...results.entries()].map(([nth, { name, sentence, href }]) => (
          <li key={nth} className="wrap-anywhere">
            {href ? <TextLink href={href as Route}>{name}</TextLink> : name}
            {`: ${sentence}`}
          </li>
        ))}
      </ul>
    </section>
  );
}
