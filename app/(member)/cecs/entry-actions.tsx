import { entryPath, entryTranscriptPath, reportPath } from "@/lib/addresses";
import { entryState, type RecordedEntry } from "@/lib/records/rules";

/** What a member can do with an entry. Plain links: a page has many of them, and few are followed. */
export function EntryActions({ entry }: { entry: RecordedEntry }) {
  const state = entryState(entry);
  if (state === "accepted") {
    return (
      <>
        <a href={entryTranscriptPath(entry.id)}>Transcript of this credit</a>
        <a href={entryPath(entry.id)}>Details and corrections</a>
      </>
    );
  }
  return (
    <>
      {state === "returned" ? <a href={reportPath({ again: entry.id })}>Report it again</a> : null}
      <a href={entryPath(entry.id)}>Details, documents, withdraw</a>
    </>
  );
}
