import { TextLink } from "@/components/text-link";
import { correctionPath, entryPath, entryTranscriptPath, reportPath } from "@/lib/addresses";
import type { RecordedEntry } from "@/lib/records/rules";

/** What a member can do with an entry. */
export function EntryActions({ entry }: { entry: RecordedEntry }) {
  const { id, isAccepted, returnedAt, title, claimKey } = entry;
  return (
    <span className="flex flex-wrap gap-x-4 gap-y-1">
      {isAccepted ? (
        <a href={entryTranscriptPath(id)} className="words-link">
          Transcript of this credit
        </a>
      ) : null}
      {returnedAt ? <TextLink href={reportPath({ again: id })}>Report it again</TextLink> : null}
      <TextLink href={claimKey ? correctionPath(claimKey) : entryPath(id)}>
        {isAccepted ? "Request a correction" : "Details"}
        <span className="sr-only"> of {title}</span>
      </TextLink>
    </span>
  );
}
