import { FactsList } from "@/components/facts-list";
import { Notice } from "@/components/notice";
import { TextLink } from "@/components/text-link";
import { directoryPath } from "@/lib/addresses";
import { formatInstant } from "@/lib/calendar";
import type { findMergesOf } from "@/lib/merges/queries";

type Merged = Awaited<ReturnType<typeof findMergesOf>>;

/** Where a merged record went, or which records this one took in. */
export function Merges({ merges, timeZone }: { merges: Merged; timeZone: string }) {
  const { into, takenIn } = merges;
  if (into) {
    return (
      <Notice tone="note">
        Merged into <TextLink href={directoryPath(into.id)}>{into.name}</TextLink>
        {` on ${formatInstant(into.at, timeZone)}${into.by ? ` by ${into.by}` : ""}. What stayed here stays as it was and counts for nothing.`}
      </Notice>
    );
  }
  if (takenIn.length === 0) return null;
  return (
    <section className="flex flex-col gap-3">
      <h2>Records merged into this one</h2>
      <FactsList
        facts={takenIn.map(({ id, name, at }) => ({
          name: at ? formatInstant(at, timeZone) : "",
          fact: <TextLink href={directoryPath(id)}>{name}</TextLink>,
        }))}
      />
    </section>
  );
}
