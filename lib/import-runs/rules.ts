import { STEPS, type Step } from "@/lib/imports/kind";

/** The largest file that the browser may send; larger ones are for the command line. */
export const MOST_MEGABYTES = 200;

export type RunState =
  | "arriving"
  | "checking"
  | "refused"
  | "ready"
  | "importing"
  | "imported"
  | "failed";

type Moments = {
  arrivedAt: Date | null;
  checkedAt: Date | null;
  confirmedAt: Date | null;
  appliedAt: Date | null;
  failedAt: Date | null;
  refusals: number | null;
};

/** How a file stands on its way from the upload to the import. */
export function stateOf(run: Moments): RunState {
  if (run.failedAt) return "failed";
  if (run.appliedAt) return "imported";
  if (run.refusals) return "refused";
  if (run.confirmedAt) return "importing";
  if (run.checkedAt) return "ready";
  return run.arrivedAt ? "checking" : "arriving";
}

/** The same in words. */
export const STATE_WORDS: Record<RunState, string> = {
  arriving: "Arriving",
  checking: "Being checked",
  refused: "Refused",
  ready: "Checked, not imported yet",
  importing: "Being imported",
  imported: "Imported",
  failed: "Given up",
};

const STEP_WORDS: Record<Step, string> = {
  reading: "Its rows are being read.",
  comparing: "Its rows are being compared with what is known.",
  writing: "What it adds and changes is being worked out.",
};

/** How far the check or the import of a file has come: the steps behind it, of all, and what it is at. */
export function progressOf(step: string | null): { behind: number; of: number; words: string } {
  const at = STEPS.find((each) => each === step);
  return {
    behind: at ? STEPS.indexOf(at) : 0,
    of: STEPS.length,
    words: at ? STEP_WORDS[at] : "It waits for its turn.",
  };
}

type Counts = { rows: number; added: number; changed: number };

/** "3 rows: 2 added, 1 changed, 0 unchanged." */
export function countWords({ rows, added, changed }: Counts): string {
  const unchanged = rows - added - changed;
  return `${rows} ${rows === 1 ? "row" : "rows"}: ${added} added, ${changed} changed, ${unchanged} unchanged.`;
}

/** Why an upload was not kept, by the word that stands for it in the address. */
export const REFUSALS = {
  kind: "Choose what the file holds.",
  file: "Choose a file.",
  large: `This file is over ${MOST_MEGABYTES} MB. Import it at the command line.`,
  cut: "The upload did not arrive whole. Send it again.",
} as const;

export type Refusal = keyof typeof REFUSALS;

export function isRefusal(word: unknown): word is Refusal {
  return typeof word === "string" && Object.hasOwn(REFUSALS, word);
}

type Checked = Moments & { rows: number | null; added: number | null; changed: number | null };

/** What became of a file, for its report: "Imported. 3 rows: …"; null before it was checked. */
export function resultWords(run: Checked): string | null {
  const state = stateOf(run);
  if (state === "arriving" || state === "checking" || state === "failed") return null;
  const { rows, added, changed, refusals } = run;
  if (refusals) {
    return `${STATE_WORDS[state]}. ${wordsForProblems(refusals)}. Nothing was written.`;
  }
  return rows !== null && added !== null && changed !== null
    ? `${STATE_WORDS[state]}. ${countWords({ rows, added, changed })}`
    : `${STATE_WORDS[state]}.`;
}

/** "1 problem", "3 problems". */
export function wordsForProblems(refusals: number): string {
  return `${refusals} ${refusals === 1 ? "problem" : "problems"}`;
}
