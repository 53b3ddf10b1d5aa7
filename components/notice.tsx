import { CircleCheck, Info, OctagonAlert, TriangleAlert } from "lucide-react";
import type { ReactNode } from "react";

const tones = {
  good: { word: "Done:", Shape: CircleCheck, box: "bg-good-tint", mark: "text-good" },
  note: { word: "Note:", Shape: Info, box: "bg-accent-tint", mark: "text-accent" },
  warning: { word: "Warning:", Shape: TriangleAlert, box: "bg-warning-tint", mark: "text-warning" },
  bad: { word: "Problem:", Shape: OctagonAlert, box: "bg-bad-tint", mark: "text-bad" },
};

/** A sentence that must not be missed. Its shape and its word say what its colour says. */
export function Notice({
  tone,
  title,
  children,
}: {
  tone: keyof typeof tones;
  title?: string;
  children?: ReactNode;
}) {
  const { word, Shape, box, mark } = tones[tone];
  return (
    <div className={`flex gap-3 rounded-soft px-4 py-3 print:border print:border-edge ${box}`}>
      <Shape aria-hidden="true" className={`mt-0.75 size-5 shrink-0 ${mark}`} />
      <div className="measure min-w-0">
        {title ? (
          <p className="font-semibold">{title}</p>
        ) : (
          <span className="sr-only">{word} </span>
        )}
        {children}
      </div>
    </div>
  );
}
