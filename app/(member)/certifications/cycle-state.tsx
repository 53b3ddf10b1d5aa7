import { CircleCheck, CircleDashed, CircleDot, CircleX } from "lucide-react";
import type { CycleState } from "@/lib/certifications/rules";

const MARKS = {
  active: { word: "Active", Shape: CircleDot, tone: "text-accent" },
  renewed: { word: "Renewed", Shape: CircleCheck, tone: "text-good" },
  lapsed: { word: "Lapsed", Shape: CircleX, tone: "text-bad" },
  "not begun": { word: "Not begun", Shape: CircleDashed, tone: "text-muted" },
};

/** How a cycle stands, in a word with its shape. */
export function CycleStateMark({ state }: { state: CycleState }) {
  const { word, Shape, tone } = MARKS[state];
  return (
    <span className={`inline-flex items-baseline gap-1.5 font-semibold ${tone}`}>
      <Shape aria-hidden="true" className="size-4 shrink-0 translate-y-0.5" />
      {word}
    </span>
  );
}
