import { LINE_WORDS, type LineState, refusalOfLineAct } from "@/lib/batches/rules";
import { formatInstant } from "@/lib/calendar";
import type { DecideLines } from "@/lib/line-decisions/schema";

/** A form, and where its line stands. */
type Form = {
  title: string;
  signature: { isUnchanged: boolean } | null;
  line: {
    state: LineState;
    submittedIn: number | null;
    decision: { decidedAt: Date } | null;
  } | null;
};

/** Why nothing is decided: it is there no more, a colleague did, or it is not what was looked at. */
export function refusalOfDecision(
  form: Form | undefined,
  { version }: DecideLines["lines"][number],
  { verdict, timeZone }: Pick<DecideLines, "verdict"> & { timeZone: string },
): string | null {
  if (!form?.line) return "This form is no longer in the submission.";
  const { line, signature, title } = form;
  const { decision } = line;
  if (decision && line.submittedIn === version) {
    const at = formatInstant(decision.decidedAt, timeZone);
    return `A colleague decided meanwhile: “${title}” is ${LINE_WORDS[line.state]} since ${at}.`;
  }
  if (line.submittedIn !== version) {
    return `“${title}” was submitted again meanwhile. Look at it as it stands now.`;
  }
  if (verdict === "approve" && !signature?.isUnchanged) {
    return `“${title}” is not what the local office signed. Send it back.`;
  }
  return refusalOfLineAct(line.state, verdict);
}
