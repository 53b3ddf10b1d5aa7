import type { Entry, Line } from "@/lib/allocations/lines";
import { allocate } from "@/lib/allocations/rules";
import type { Day } from "@/lib/calendar";
import type { CycleDates } from "@/lib/certifications/rules";
import type { StandingEntry } from "@/lib/entries/rules";
import { withFigures } from "@/lib/invoices/rules";
import type { TermsInForce } from "@/lib/programs/rules";
import { combineTerms } from "@/lib/renewals/rules";

/** What counts for a renewal. Credits are hundredths. */
export type Standing = {
  window: { from: Day; to: Day };
  required: number;
  counted: number;
  pending: number;
  surplus: number;
  /** The larger of what is missing in the total and in the minimum; 0 where the credits are waived. */
  outstanding: number;
  /** In-network; null: there is none. */
  minimum: { credits: number; counted: number } | null;
  /** Every entry of the record, in the order in which they count. */
  lines: (Line & { entry: StandingEntry })[];
  /** The same for entries that are not on the record. */
  extraLines: Line[];
};

type Renewing = {
  cycles: readonly (CycleDates & { version: { terms: TermsInForce } })[];
  invoice: { requiredCredits: number; minimumCredits: number };
  areCreditsWaived: boolean;
};

/** What counts by the rules of all its credentials together and the invoice's figures, which bind. */
export function standingOf(
  { cycles, invoice, areCreditsWaived }: Renewing,
  entries: readonly StandingEntry[],
  extra: readonly Entry[] = [],
): Standing {
  const terms = withFigures(combineTerms(cycles.map(({ version }) => version.terms)), invoice);
  const standing = standingUnder(terms, cycles, entries, extra);
  return areCreditsWaived ? { ...standing, outstanding: 0 } : standing;
}

/** The same by terms that no invoice was made from yet. */
export function standingUnder(
  terms: TermsInForce,
  [cycle]: readonly CycleDates[],
  entries: readonly StandingEntry[],
  extra: readonly Entry[] = [],
): Standing {
  if (!cycle) throw new Error("A renewal has no cycle.");
  const { lines, minimums, ...rest } = allocate([...entries, ...extra], cycle, terms);
  const byId = new Map(entries.map((entry) => [entry.id, entry]));
  const [minimum = null] = minimums;
  return {
    ...rest,
    minimum: minimum && { credits: minimum.credits, counted: minimum.counted },
    lines: lines.flatMap((line) => {
      const entry = byId.get(line.entryId);
      return entry ? [{ ...line, entry }] : [];
    }),
    extraLines: lines.filter(({ entryId }) => !byId.has(entryId)),
  };
}

/** The figures of a standing that can be opened. */
export const FIGURES = ["counted", "pending", "in-network", "not counted"] as const;

export type Figure = (typeof FIGURES)[number];

/** The lines behind a figure; all without one. */
export function linesOf({ lines }: Pick<Standing, "lines">, of?: Figure) {
  if (of === "counted") return lines.filter(({ counted }) => counted > 0);
  if (of === "pending") return lines.filter(({ pending }) => pending > 0);
  if (of === "not counted") return lines.filter(({ counted }) => counted === 0);
  // The minimum is measured before what is surplus is cut.
  if (of === "in-network") {
    return lines.filter(({ entry, counted, surplus }) => entry.inNetwork && counted + surplus > 0);
  }
  return lines;
}
