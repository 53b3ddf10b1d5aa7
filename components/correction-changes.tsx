/** What a decision changed, each with what stood and what it became. */
export function CorrectionChanges({
  changes,
}: {
  changes: readonly { name: string; from: string; to: string }[];
}) {
  if (changes.length === 0) return null;
  return (
    <ul className="flex flex-col gap-1 tabular-nums">
      {changes.map(({ name, from, to }) => (
        <li key={name} className="wrap-anywhere whitespace-pre-wrap">
          {`${name}: ${from} became ${to}`}
        </li>
      ))}
    </ul>
  );
}
