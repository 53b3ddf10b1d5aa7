import { printBriefly } from "@/lib/credits/amount";
import type { LineVerdict } from "@/prisma/generated/enums";

/** How a line stands between its member and national staff. */
export type LineState = "chosen" | "awaiting" | "approved" | "returned" | "rejected" | "left";

export type LineAct = "submit" | LineVerdict | "leave";

/** Which acts a line allows, and where each leads. A returned line keeps its place in the batch. */
export const LINE_ACTS: Record<LineState, Partial<Record<LineAct, LineState>>> = {
  chosen: { submit: "awaiting", leave: "left" },
  awaiting: { approve: "approved", return: "returned", reject: "rejected" },
  returned: { submit: "awaiting", leave: "left" },
  approved: {},
  rejected: {},
  left: {},
};

export const LINE_WORDS: Record<LineState, string> = {
  chosen: "not submitted yet",
  awaiting: "awaiting approval",
  approved: "approved",
  returned: "sent back",
  rejected: "rejected",
  left: "taken out",
};

/** Why a line in that state does not allow an act; null when it does. */
export function refusalOfLineAct(state: LineState, act: LineAct): string | null {
  return LINE_ACTS[state][act]
    ? null
    : `This line is ${LINE_WORDS[state]}, so nothing was changed.`;
}

type Decided = { version: number; verdict: LineVerdict };

const LED_BY = { approve: "approved", return: "returned", reject: "rejected" } as const;

/** A line stands as the decision about its newest submission says. */
export function stateOfLine(line: {
  submittedIn: number | null;
  decisions: readonly Decided[];
  /** Its form is withdrawn. */
  isWithdrawn: boolean;
}): LineState {
  const { submittedIn, decisions } = line;
  const decided = decisions.find(({ version }) => version === submittedIn);
  const state = submittedIn === null ? "chosen" : decided ? LED_BY[decided.verdict] : "awaiting";
  return line.isWithdrawn && LINE_ACTS[state].leave ? "left" : state;
}

/** How a batch stands. */
export type BatchState = "draft" | "in review" | "open again" | "approved";

export type BatchAct =
  | "choose"
  | "submit"
  /** A decision that leaves others to be made. */
  | "decide"
  /** The last decision, with every line that is left approved. */
  | "approve the last"
  /** The last decision, with a line to be put right or replaced. */
  | "reopen";

/** Which acts a batch allows, and where each leads. A rejected line may be replaced while others await. */
export const BATCH_ACTS: Record<BatchState, Partial<Record<BatchAct, BatchState>>> = {
  draft: { choose: "draft", submit: "in review" },
  "in review": {
    choose: "in review",
    submit: "in review",
    decide: "in review",
    "approve the last": "approved",
    reopen: "open again",
  },
  "open again": { choose: "open again", submit: "in review" },
  approved: { choose: "open again" },
};

/** Why a batch in that state does not allow an act; null when it does. */
export function refusalOfBatchAct(state: BatchState, act: BatchAct): string | null {
  return BATCH_ACTS[state][act]
    ? null
    : `This batch is ${BATCH_STATE_WORDS[state]}, so nothing was changed.`;
}

const BATCH_STATE_WORDS: Record<BatchState, string> = {
  draft: "not submitted yet",
  "in review": "awaiting approval",
  "open again": "open again",
  approved: "approved",
};

/** A batch stands as its lines do. */
export function stateOfBatch(lines: readonly LineState[]): BatchState {
  const submitted = lines.filter((state) => state !== "chosen" && state !== "left");
  if (submitted.includes("awaiting")) return "in review";
  if (submitted.length === 0) return "draft";
  const open = lines.some((state) => state === "chosen" || state === "returned");
  return open || submitted.includes("rejected") ? "open again" : "approved";
}

/** Credits are hundredths. */
export type Cover = {
  required: number;
  /** What counts without the batch, and with it. */
  counted: number;
  countedWith: number;
  outstanding: number;
  outstandingWith: number;
};

/** "Required 6, posted 2, outstanding 4; this batch covers 3: 1 more is needed." */
export function coverWords(cover: Cover): string {
  const { required, counted, outstanding, outstandingWith } = cover;
  const figures = `Required ${printBriefly(required)}, counted ${printBriefly(counted)}, outstanding ${printBriefly(outstanding)}`;
  const covers = printBriefly(outstanding - outstandingWith);
  if (outstandingWith === 0) return `${figures}; this batch covers all of it.`;
  const needed = `${printBriefly(outstandingWith)} more ${outstandingWith === 100 ? "is" : "are"} needed`;
  return `${figures}; this batch covers ${covers}: ${needed}.`;
}

/** The entire outstanding number goes in one submission (NAAEI); null when it does. */
export function refusalOfCover(cover: Cover): string | null {
  if (cover.outstandingWith === 0) return null;
  return `${coverWords(cover)} Submit the entire number in one submission: choose more forms. Your choice is kept as a draft.`;
}

export const BATCH_ATTESTATION =
  "I took part in everything listed here, and I report none of it twice.";
