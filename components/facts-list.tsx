import type { ReactNode } from "react";

/** Facts with their names: two columns, one under the other on a phone. */
export function FactsList({ facts }: { facts: readonly { name: string; fact: ReactNode }[] }) {
  return (
    <dl className="divide-y divide-hairline border-y border-hairline">
      {facts.map(({ name, fact }) => (
        <div key={name} className="gap-x-6 py-3 sm:grid sm:grid-cols-[12rem_1fr]">
          <dt className="text-body leading-6 text-muted">{name}</dt>
          <dd className="min-w-0 wrap-anywhere tabular-nums">{fact}</dd>
        </div>
      ))}
    </dl>
  );
}
