import { entryTranscriptPath } from "@/lib/addresses";
import type { RecordedEntry } from "@/lib/records/rules";

/** What a member can do with an entry. */
export function EntryActions({ entry }: { entry: RecordedEntry }) {
  if (entry.isAccepted) {
    return (
      <a href={entryTranscriptPath(entry.id)} className="words-link">
        Transcript of this credit
      </a>
    );
  }
  return entry.returnedAt ? "Report it again with what is missing." : null;
}
