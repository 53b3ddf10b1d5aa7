import { LINE_WORDS, type LineState } from "@/lib/batches/rules";
import type { FormState } from "@/lib/reporting-forms/rules";
import { capital } from "@/lib/sentences";

const FORM_WORDS: Record<FormState, string> = {
  draft: "Not sent",
  sent: "With the local office",
  returned: "Sent back by the local office",
  signed: "Signed",
  withdrawn: "Withdrawn",
};

/** Where a form is, in a word or two: with the office, or with national staff. */
export function standingWords({
  state,
  line,
}: {
  state: FormState;
  line: { state: LineState } | null;
}): string {
  if (!line || line.state === "left") return FORM_WORDS[state];
  if (line.state === "chosen") return `${FORM_WORDS[state]}, chosen for your renewal`;
  if (line.state === "returned") return "Sent back from the national review";
  return capital(LINE_WORDS[line.state]);
}

export function breakWords(minutes: number): string {
  return minutes === 0 ? "no breaks" : `${minutes} minutes of breaks`;
}
