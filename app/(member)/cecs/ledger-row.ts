import type { LedgerRow } from "@/components/credit-ledger";
import { entryPath, entryTranscriptPath, reportPath } from "@/lib/addresses";
import { printCredits } from "@/lib/credits/amount";
import type { CycleLine } from "@/lib/dashboard/rules";
import { briefDay, countsForWords, lineWords } from "@/lib/dashboard/wording";
import type { StandingEntry } from "@/lib/entries/rules";

/** An entry in the words of the table. */
export function ledgerRow(entry: StandingEntry, lines: readonly CycleLine[]): LedgerRow {
  const { state } = entry;
  return {
    id: entry.id,
    earned: briefDay(entry.earnedOn),
    reported: briefDay(entry.reportedOn),
    credits: printCredits(entry.credits),
    title: entry.title,
    provider: entry.provider,
    format: entry.format,
    creditType: entry.creditType,
    state: state === "accepted" ? undefined : state.charAt(0).toUpperCase() + state.slice(1),
    countsFor: countsForWords(lines),
    note: entry.reviewNote ?? undefined,
    why: lines.map(({ cycle, line }) => [cycle.called.code, lineWords(line)]),
    acts: actsOn(entry),
  };
}

/** What a member can do with an entry. */
function actsOn({ id, state }: StandingEntry): LedgerRow["acts"] {
  if (state === "accepted") {
    return [
      ["Transcript of this credit", entryTranscriptPath(id)],
      ["Details and corrections", entryPath(id)],
    ];
  }
  const details: [string, string] = ["Details, documents, withdraw", entryPath(id)];
  if (state !== "returned") return [details];
  return [["Report it again", reportPath({ again: id })], details];
}
