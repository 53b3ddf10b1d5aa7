import { Circle, CircleCheck, CircleDashed, CircleDot, Clock } from "lucide-react";
import type { ReactNode } from "react";

const shapes = {
  done: { word: "Done", Shape: CircleCheck, colour: "text-good" },
  next: { word: "Next", Shape: CircleDot, colour: "text-accent" },
  waiting: { word: "Waiting", Shape: Clock, colour: "text-muted" },
  later: { word: "To do", Shape: Circle, colour: "text-muted" },
  missed: { word: "Not done", Shape: CircleDashed, colour: "text-muted" },
};

export type StepState = keyof typeof shapes;

/** Steps in their order, each an item of it. */
export function StepList({ children }: { children: ReactNode }) {
  return <ol className="flex flex-col gap-4">{children}</ol>;
}

/** One of them: its number, its name, how it stands in a shape and words, and the work itself. */
export function Step({
  number,
  title,
  state,
  says,
  children,
}: {
  number: number;
  title: string;
  state: StepState;
  /** What stands, in a few words: "confirmed 3 Nov". */
  says?: string;
  children?: ReactNode;
}) {
  const { word, Shape, colour } = shapes[state];
  return (
    <li
      id={`step-${number}`}
      className="flex flex-col gap-4 rounded-soft border border-hairline bg-surface p-4 sm:p-6"
    >
      <div className="flex gap-3">
        <Shape aria-hidden="true" className={`mt-1 size-6 shrink-0 ${colour}`} />
        <div className="min-w-0">
          <h2>
            <span aria-hidden="true">{number}. </span>
            {title}
          </h2>
          <p className="text-body text-muted">
            <span className={`font-semibold ${colour}`}>{word}</span>
            {says ? ` · ${says}` : null}
          </p>
        </div>
      </div>
      {children ? <div className="flex min-w-0 flex-col gap-4 sm:ps-9">{children}</div> : null}
    </li>
  );
}
