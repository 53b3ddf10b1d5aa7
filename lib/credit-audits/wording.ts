import { type Day, formatLongDay, todayIn } from "@/lib/calendar";
import type { AuditStepKind } from "@/prisma/generated/enums";

/** A step as the list of what was done names it. */
export const STEP_WORDS: Record<AuditStepKind, string> = {
  sent: "Documents sent",
  returned: "Sent back to the member",
  extended: "More time given",
  passed: "Passed",
  failed: "Failed",
};

/** The same as what somebody did: "Ada Example passed it". */
export const DID: Record<AuditStepKind, string> = {
  sent: "sent documents",
  returned: "sent it back to the member",
  extended: "gave the member more time",
  passed: "passed it",
  failed: "failed it",
};

type Steps = readonly { kind: AuditStepKind; takenAt: Date }[];

/** The day on which an answer was sent back last; null: never. */
export function sentBackOn(steps: Steps, timeZone: string): Day | null {
  const last = steps.findLast(({ kind }) => kind === "returned");
  return last ? todayIn(timeZone, last.takenAt) : null;
}

/** What came from the member of an audit that waits for them. */
export function unansweredWords(steps: Steps, timeZone: string): string {
  const day = sentBackOn(steps, timeZone);
  if (!day) return "Nothing was sent.";
  return `Sent back on ${formatLongDay(day)}, nothing more was sent.`;
}
