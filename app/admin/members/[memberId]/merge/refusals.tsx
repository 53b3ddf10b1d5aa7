import { Notice } from "@/components/notice";
import { TextLink } from "@/components/text-link";
import { claimDeskPath, directoryPath, placePath, requestDeskPath } from "@/lib/addresses";
import type { Merge } from "@/lib/merges/queries";
import { openRequests, refusalsWithPlaces } from "@/lib/merges/wording";

type Clash = NonNullable<ReturnType<typeof refusalsWithPlaces>[number]["clash"]>;

/** What forbids the merge, each with the pages where it is put right. */
export function Refusals({ merge }: { merge: Merge }) {
  return (
    <Notice tone="bad" title="These two can't be merged yet.">
      <ul className="flex list-disc flex-col gap-2 ps-5">
        {refusalsWithPlaces(merge).map(({ words, clash }) => (
          <li key={words}>
            {words}
            {clash ? <BothPlaces clash={clash} /> : null}
          </li>
        ))}
      </ul>
      <p className="mt-3 flex flex-wrap gap-x-6 gap-y-2">
        {openRequests(merge).map((id) => (
          <TextLink key={id} href={requestDeskPath(id)}>
            The open request
          </TextLink>
        ))}
        <TextLink href={directoryPath(merge.kept.id)}>This record</TextLink>
        <TextLink href={directoryPath(merge.other.id)}>The other record</TextLink>
      </p>
    </Notice>
  );
}

function BothPlaces({ clash: { eventId, of, keptId, otherId } }: { clash: Clash }) {
  const pathOf = (id: string) => (of === "claim" ? claimDeskPath(id) : placePath(eventId, id));
  return (
    <span className="flex flex-wrap gap-x-6 gap-y-2">
      <TextLink href={pathOf(keptId)}>{`The ${of} here`}</TextLink>
      <TextLink href={pathOf(otherId)}>{`The ${of} of the other record`}</TextLink>
    </span>
  );
}
