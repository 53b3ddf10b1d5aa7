import type { Line } from "@/lib/allocations/lines";
import type { Day } from "@/lib/calendar";
import { type Standing, sortEntries } from "@/lib/dashboard/rules";
import type { Paper } from "@/lib/drawing/papers";
import type { StandingEntry } from "@/lib/entries/rules";

/** What a transcript is asked for: the dates earned, edges inclusive, or one entry alone. */
export type Asked = { from?: Day; to?: Day; entry?: string };

export type TranscriptCycle = Omit<Standing, "lines">;

/** A part of a member's record as it leaves the house; every figure is the page's own. */
export type Transcript = {
  /** In the order in which they count; each with a line for every cycle. */
  rows: { entry: StandingEntry; lines: Line[] }[];
  /** The cycles that the dates asked for touch. */
  cycles: TranscriptCycle[];
  /** What counts of these rows, cycle by cycle. */
  counted: number[];
  /** Accepted credit by credit type, in hundredths. */
  totals: { creditType: string; credits: number }[];
  /** What awaits review, in hundredths. */
  pending: number;
};

/** A transcript with what its pages say of whose it is: all that is printed. */
export type TranscriptFacts = Transcript & {
  asked: Asked;
  madeOn: Day;
  association: string;
  paper: Paper;
  name: string;
  suffix: string;
  /** Null: staff without a number. */
  memberNumber: string | null;
};

/** "2026-11-21 Grace Kim - Transcript.pdf", as one would keep it. */
export function transcriptFileName(
  { name, madeOn }: Pick<TranscriptFacts, "name" | "madeOn">,
  end: string,
): string {
  const kept = name.normalize("NFC").replaceAll(/[\\/:*?"<>|\p{C}]/gu, " ");
  return `${madeOn} ${kept.replaceAll(/\s+/g, " ").trim()} - ${end}`;
}

/** A transcript: the amounts that count are those of the whole record, not of the dates asked for. */
export function transcriptOf(
  all: { entries: readonly StandingEntry[]; standings: readonly Standing[] },
  { from, to, entry: only }: Asked,
): Transcript {
  const entries = sortEntries(all.entries, "earned").filter(({ id, earnedOn }) =>
    only ? id === only : (!from || from <= earnedOn) && (!to || earnedOn <= to),
  );
  const first = only ? entries[0]?.earnedOn : from;
  const last = only ? entries[0]?.earnedOn : to;
  const touched = all.standings.filter(
    ({ window }) => (!last || window.from <= last) && (!first || first <= window.to),
  );
  const byEntry = touched.map(({ lines }) => new Map(lines.map((line) => [line.entryId, line])));
  const rows = entries.map((entry) => ({
    entry,
    lines: byEntry.flatMap((lines) => lines.get(entry.id) ?? []),
  }));
  return {
    rows,
    cycles: touched.map(({ lines: _, ...cycle }) => cycle),
    counted: touched.map((_, place) =>
      rows.reduce((sum, { lines }) => sum + (lines[place]?.counted ?? 0), 0),
    ),
    totals: totalsOf(entries.filter(({ isAccepted }) => isAccepted)),
    pending: entries.reduce(
      (sum, entry) => sum + (entry.state === "awaiting review" ? entry.credits : 0),
      0,
    ),
  };
}

function totalsOf(entries: readonly StandingEntry[]) {
  const totals = new Map<string, number>();
  for (const { creditType, credits } of entries) {
    totals.set(creditType, (totals.get(creditType) ?? 0) + credits);
  }
  return [...totals]
    .map(([creditType, credits]) => ({ creditType, credits }))
    .toSorted((a, b) => (a.creditType < b.creditType ? -1 : 1));
}
