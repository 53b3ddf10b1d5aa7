import type { Day } from "@/lib/calendar";
import { type CycleDates, dueOn, hasLapsed, versionOf, windowOf } from "@/lib/certifications/rules";
import { withFigures } from "@/lib/invoices/rules";
import type { RuleVersion, TermsInForce } from "@/lib/programs/rules";
import { combineTerms } from "@/lib/renewals/rules";

/** A cycle as a preview reads it. */
export type JudgedCycle = CycleDates & {
  id: string;
  memberId: string;
  programCode: string;
  isRenewed: boolean;
  /** Null: not invoiced. */
  renewalId: string | null;
  /** What its invoice asks for, which binds whatever the rules become. Null: not invoiced. */
  figures: { requiredCredits: number; minimumCredits: number } | null;
  /** Whether its renewal asks for no credits. */
  areCreditsWaived: boolean;
};

/** What a member renews at once: the terms of all together, by the dates of the first. */
export type Together = {
  cycle: CycleDates;
  terms: TermsInForce;
  /** The codes of the others. */
  beside: string[];
};

/** A program under its name, with its versions before or after. */
type Ruled = { code: string; versions: readonly RuleVersion[] };

type Judged = { cycle: JudgedCycle; code: string; version: RuleVersion };

type Programs = ReadonlyMap<string, Ruled>;

/** What a cycle renews together with, before and after; null where no rules applied. */
export function sidesOf(
  cycle: JudgedCycle,
  { before, after }: { before: RuleVersion | null; after: RuleVersion },
  toRenew: readonly JudgedCycle[],
  programs: { before: Programs; after: Programs },
  today: Day,
) {
  return {
    before: before && togetherWith({ cycle, version: before }, toRenew, programs.before, today),
    after: togetherWith({ cycle, version: after }, toRenew, programs.after, today),
  };
}

/**
 * A cycle with those of its member that renew together with it, as its invoice puts them together: of
 * one renewal already, or of the same due date and window.
 */
function togetherWith(
  own: Pick<Judged, "cycle" | "version">,
  toRenew: readonly JudgedCycle[],
  programs: Programs,
  today: Day,
): Together {
  const company = toRenew.flatMap((cycle): Judged[] => {
    const program = cycle.id === own.cycle.id ? undefined : programs.get(cycle.programCode);
    const version = program && versionOf(cycle, program.versions);
    if (!version || !areTogether(own, { cycle, version }, today)) return [];
    return [{ cycle, version, code: program.code }];
  });
  const [first = own, ...rest] = [own, ...company].sort((a, b) =>
    placeOf(a) < placeOf(b) ? -1 : 1,
  );
  const ruled = combineTerms([first, ...rest].map(({ version }) => version.terms));
  const { figures } = own.cycle;
  return {
    cycle: first.cycle,
    terms: figures ? withFigures(ruled, figures) : ruled,
    beside: company.map(({ code }) => code),
  };
}

/** The order of a renewal's cycles. */
const placeOf = ({ cycle }: Pick<Judged, "cycle">) => `${cycle.programCode} ${cycle.startsOn}`;

function areTogether(
  own: Pick<Judged, "cycle" | "version">,
  other: Pick<Judged, "cycle" | "version">,
  today: Day,
): boolean {
  const [renewalId, others] = [own.cycle.renewalId, other.cycle.renewalId];
  if (renewalId !== null && others !== null) return renewalId === others;
  if (hasLapsed(other.cycle, other.version.terms, today)) return false;
  const [a, b] = [own, other].map(({ cycle, version: { terms } }) => {
    const { from, to } = windowOf(cycle, terms);
    return [dueOn(cycle, terms), from, to].join(" ");
  });
  return a === b;
}
