import { type FactLine, inList } from "@/lib/audit-log/wording";

/** What an entry of the log tells, in the small; of many lines the first. */
export function FactLines({ lines, most }: { lines: readonly FactLine[]; most: number }) {
  return (
    <dl className="flex flex-col wrap-anywhere tabular-nums md:min-w-72">
      {lines.slice(0, most).map(({ name, words }) => (
        <div key={name} className="line-clamp-2">
          <dt className="inline text-muted">{`${name}: `}</dt>
          <dd className="inline">{inList(words)}</dd>
        </div>
      ))}
      {lines.length > most ? (
        <div>
          <dt className="inline text-muted">And: </dt>
          <dd className="inline">{`${lines.length - most} more`}</dd>
        </div>
      ) : null}
    </dl>
  );
}
