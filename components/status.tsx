import { BadgeCheck, CircleHelp, CircleSlash, History } from "lucide-react";

const kinds = {
  genuine: { word: "Genuine", Shape: BadgeCheck, colour: "text-good" },
  superseded: { word: "Superseded", Shape: History, colour: "text-warning" },
  revoked: { word: "Revoked", Shape: CircleSlash, colour: "text-bad" },
  unknown: { word: "Unknown", Shape: CircleHelp, colour: "text-muted" },
};

/** How a certificate stands: a shape and a word, and `detail` after it ("by version 2"). */
export function Status({
  kind,
  detail,
  size = "regular",
}: {
  kind: keyof typeof kinds;
  detail?: string;
  /** `large` where it is the answer of the page. */
  size?: "regular" | "large";
}) {
  const { word, Shape, colour } = kinds[kind];
  const large = size === "large";
  return (
    <span
      className={`inline-flex items-center font-semibold ${colour} ${large ? "gap-3 text-display" : "gap-1.5"}`}
    >
      <Shape aria-hidden="true" className={`shrink-0 ${large ? "size-8" : "size-4"}`} />
      <span>
        {word}
        {detail ? ` ${detail}` : null}
      </span>
    </span>
  );
}
