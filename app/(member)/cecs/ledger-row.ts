import type { LedgerRow } from "@/components/credit-ledger";
import { entryPath, entryTranscriptPath, reportPath } from "@/lib/addresses";
import { printCredits } from "@/lib/credits/amount";
import type { CycleLine } from "@/lib/dashboard/rules";
import { briefDay, countsForWords, lineWords } from "@/lib/dashboard/wording";
import type { StandingEntry } from "@/lib/entries/rules";
import { capital } from "@/lib/sentences";

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
    state: state === "accepted" ? undefined : capital(state),
    countsFor: countsForWords(lines),
    note: entry.reviewNote ?? undefined,
    why: whyOf(lines),
    acts: actsOn(entry),
  };
}

/** Said once for all cycles for which it is the same: a page says it of many entries. */
function whyOf(lines: readonly CycleLine[]): LedgerRow["why"] {
  const codes = new Map<string, string[]>();
  for (const { cycle, line } of lines) {
    const words = lineWords(line);
    const same = codes.get(words);
    if (same) same.push(cycle.called.code);
    else codes.set(words, [cycle.called.code]);
  }
  return [...codes].map(([words, same]) => [same.join(", "), words]);
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
