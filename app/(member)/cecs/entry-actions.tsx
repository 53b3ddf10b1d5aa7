import type { RecordedEntry } from "@/lib/records/rules";

/** What a member can do with an entry. */
export function EntryActions({ entry }: { entry: RecordedEntry }) {
  return entry.isAccepted || !entry.returnedAt ? null : "Report it again with what is missing.";
}
