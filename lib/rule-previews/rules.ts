import type { Entry } from "@/lib/allocations/lines";
import { allocate } from "@/lib/allocations/rules";
import type { Day } from "@/lib/calendar";
import { type CycleDates, hasLapsed, versionOf, windowOf } from "@/lib/certifications/rules";
import { type RuleVersion, versionsWith } from "@/lib/programs/rules";
import type { JudgedCycle, Together } from "@/lib/rule-previews/together";

/** How a cycle stands under one version, in hundredths of credits. */
export type Standing = { required: number; counted: number; outstanding: number };

/**
 * What a new version does to one cycle, judged with all that its member renews together with it; `by`
 * is how much less (or more) is outstanding then.
 */
export type Change = {
  memberId: string;
  startsOn: Day;
  endsOn: Day;
  /** The other credentials that renew with it then; left out: there are none. */
  beside?: string[];
  by: number;
  before: Standing;
  after: Standing;
};

/** What a new version does to the cycles that were gone through so far. */
export type Impact = {
  /** Cycles that fall under it. */
  judged: number;
  /** Of them: invoiced already, so that the invoice's figures bind before and after. */
  invoiced: number;
  /** Of them: their credits are waived, so that nothing is asked and nobody gains or falls short. */
  waived: number;
  /** Of them: no rules applied before. */
  unruled: number;
  /** Renewed ones that would have fallen under it; they keep the rules they were renewed under. */
  renewed: number;
  /** Those with less outstanding, and how much less in all; with nothing left now. */
  gains: { cycles: number; credits: number; settled: number };
  /** Those with more outstanding, and how much more in all; that had enough before. */
  losses: { cycles: number; credits: number; unsettled: number };
  /** The largest changes of each kind. */
  mostGained: Change[];
  mostLost: Change[];
};

const MOST_SHOWN = 100;

export const NO_IMPACT: Impact = {
  judged: 0,
  invoiced: 0,
  waived: 0,
  unruled: 0,
  renewed: 0,
  gains: { cycles: 0, credits: 0, settled: 0 },
  losses: { cycles: 0, credits: 0, unsettled: 0 },
  mostGained: [],
  mostLost: [],
};

/** The rules of a program before and after a version is saved. */
export function rulesWith(
  versions: readonly RuleVersion[],
  told: Pick<RuleVersion, "fromOn" | "terms">,
) {
  const after = versionsWith(versions, told);
  const saved = after.at(-1);
  if (!saved) throw new Error("The saved version is not among the versions.");
  return { versions, saved, after };
}

/**
 * The versions that a cycle is judged by before and after; null where the saved one leaves it alone:
 * it falls under another, or it has lapsed either way.
 */
export function versionsFor(
  cycle: CycleDates,
  { versions, after, saved }: ReturnType<typeof rulesWith>,
  today: Day,
) {
  const before = versionOf(cycle, versions);
  const then = versionOf(cycle, after);
  const isTouched = then === saved || (before !== null && before.id === saved.id);
  if (!then || !isTouched) return null;
  const isOver =
    hasLapsed(cycle, then.terms, today) && (!before || hasLapsed(cycle, before.terms, today));
  return isOver ? null : { before, after: then };
}

/** The dates in which credit counts before or after. */
export function datesJudged({ before, after }: { before: Together | null; after: Together }) {
  const windows = [after, ...(before ? [before] : [])].map(({ cycle, terms }) => {
    return windowOf(cycle, terms);
  });
  return {
    from: windows.map(({ from }) => from).reduce((a, b) => (a < b ? a : b)),
    to: windows.map(({ to }) => to).reduce((a, b) => (a > b ? a : b)),
  };
}

/** What happens to one cycle; null where no rules applied before, so there is nothing to compare. */
export function changeOf(
  entries: readonly Entry[],
  { memberId, startsOn, endsOn }: JudgedCycle,
  { before, after }: { before: Together | null; after: Together },
): Change | null {
  if (!before) return null;
  const [was, is] = [standingOf(entries, before), standingOf(entries, after)];
  const by = was.outstanding - is.outstanding;
  const beside = after.beside.length > 0 ? { beside: after.beside } : {};
  return { memberId, startsOn, endsOn, ...beside, by, before: was, after: is };
}

function standingOf(entries: readonly Entry[], { cycle, terms }: Together): Standing {
  const { required, counted, outstanding } = allocate(entries, cycle, terms);
  return { required, counted, outstanding };
}

/** The impact with one more cycle that falls under the version. */
export function withChange(impact: Impact, cycle: JudgedCycle, change: Change | null): Impact {
  const judged: Impact = {
    ...impact,
    judged: impact.judged + 1,
    invoiced: impact.invoiced + Number(cycle.renewalId !== null),
    waived: impact.waived + Number(cycle.areCreditsWaived),
    unruled: impact.unruled + Number(change === null && !cycle.areCreditsWaived),
  };
  if (!change || change.by === 0 || cycle.areCreditsWaived) return judged;
  const { gains, losses } = impact;
  if (change.by > 0) {
    const settled = gains.settled + Number(change.after.outstanding === 0);
    judged.gains = { cycles: gains.cycles + 1, credits: gains.credits + change.by, settled };
    judged.mostGained = withLargest(impact.mostGained, change);
  } else {
    const unsettled = losses.unsettled + Number(change.before.outstanding === 0);
    judged.losses = { cycles: losses.cycles + 1, credits: losses.credits - change.by, unsettled };
    judged.mostLost = withLargest(impact.mostLost, change);
  }
  return judged;
}

/** Keeps the largest, of equal ones those that came first; few moves, as they stay in order. */
function withLargest(kept: Change[], change: Change): Change[] {
  const size = Math.abs(change.by);
  const last = kept.at(-1);
  if (kept.length === MOST_SHOWN && last && Math.abs(last.by) >= size) return kept;
  const place = kept.findIndex((each) => Math.abs(each.by) < size);
  const next = kept.toSpliced(place === -1 ? kept.length : place, 0, change);
  return next.slice(0, MOST_SHOWN);
}
