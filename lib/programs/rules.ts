import type { Day } from "@/lib/calendar";
import { printCredits } from "@/lib/credits/amount";
import type { RuleTerms } from "@/lib/programs/schema";

/** A cap with its formats by name. */
export type Cap = Omit<RuleTerms["caps"][number], "formats"> & { formats: readonly string[] };

/** Terms as they are judged: what they say of participation is put in formats. */
export type TermsInForce = Omit<RuleTerms, "caps"> & { caps: readonly Cap[] };

export type RuleVersion = { id: string; fromOn: Day; terms: TermsInForce };

/** The terms with the formats that earn participation credit put in the place of the word. */
export function withParticipation(terms: RuleTerms, formats: readonly string[]): TermsInForce {
  const caps = terms.caps.map((cap) =>
    cap.formats === "participation"
      ? { ...cap, name: cap.name ?? "participation credits", formats }
      : { ...cap, formats: cap.formats },
  );
  return { ...terms, caps };
}

/** What the program is called on a date: the latest name by then, else its first. */
export function nameOn<Name extends { fromOn: Day }>(names: readonly Name[], day: Day): Name {
  const [first, ...later] = names.toSorted((a, b) => (a.fromOn < b.fromOn ? -1 : 1));
  if (!first) throw new Error("A program has no name.");
  return later.findLast(({ fromOn }) => fromOn <= day) ?? first;
}

/** The version in force on a date: the latest from then or before; null before the first. */
export function versionOn<Version extends Pick<RuleVersion, "fromOn">>(
  versions: readonly Version[],
  day: Day,
): Version | null {
  const inForce = versions.filter(({ fromOn }) => fromOn <= day);
  return inForce.toSorted((a, b) => (a.fromOn < b.fromOn ? 1 : -1))[0] ?? null;
}

/** The version in force on a date and those that follow it, in their order. */
export function versionsFrom<Version extends Pick<RuleVersion, "fromOn">>(
  versions: readonly Version[],
  day: Day,
): Version[] {
  const now = versionOn(versions, day);
  const later = versions.filter(({ fromOn }) => fromOn > day);
  return [...(now ? [now] : []), ...later.toSorted((a, b) => (a.fromOn < b.fromOn ? -1 : 1))];
}

/**
 * Why a version can't demand this; null when it can. Caps must be nested: with two that overlap, the
 * order of entries would decide what counts, and an entry more could lower the total.
 */
export function refusalOfTerms(terms: TermsInForce): string | null {
  const tooHigh = terms.minimums.find(({ credits }) => credits > terms.required);
  if (tooHigh) {
    return `The ${tooHigh.of} minimum of ${printCredits(tooHigh.credits)} is more than the ${printCredits(terms.required)} required. Lower it.`;
  }
  if (
    terms.window.is === "months" &&
    terms.window.endingOn === "lapse" &&
    !terms.lapseAfterMonths
  ) {
    return "The window ends on the lapse date, and there is none. Set one, or end the window on the due date.";
  }
  const reversed = terms.caps.find(({ from, to }) => from && to && from > to);
  if (reversed) return `The maximum for ${capName(reversed)} ends before it begins. Change a date.`;
  for (const [place, cap] of terms.caps.entries()) {
    const other = terms.caps.slice(place + 1).find((each) => !areNested(cap, each));
    if (other) {
      return `The maximum for ${capName(cap)} and the one for ${capName(other)} overlap. Let one contain the other, or let them cover different entries.`;
    }
  }
  return null;
}

/** The field that a refusal of terms is about. */
export function fieldRefused(terms: TermsInForce): "caps" | "windowEndingOn" | "inNetwork" {
  if (!refusalOfTerms({ ...terms, caps: [] })) return "caps";
  return refusalOfTerms({ ...terms, caps: [], minimums: [] }) ? "windowEndingOn" : "inNetwork";
}

/** The versions as they are once one from a date is saved: it takes the place of another from that date. */
export function versionsWith(
  versions: readonly RuleVersion[],
  saved: Pick<RuleVersion, "fromOn" | "terms">,
): RuleVersion[] {
  const replaced = versions.find(({ fromOn }) => fromOn === saved.fromOn);
  const others = versions.filter((version) => version !== replaced);
  return [...others, { id: replaced?.id ?? "", ...saved }];
}

/** "Teaching", "Teaching and Volunteering", "participation credits" */
export function capName({ name, formats }: Cap): string {
  return name ?? formats.join(" and ");
}

function areNested(a: Cap, b: Cap): boolean {
  return areApart(a, b) || liesWithin(a, b) || liesWithin(b, a);
}

function areApart(a: Cap, b: Cap): boolean {
  if (!a.formats.some((format) => b.formats.includes(format))) return true;
  return firstOf(a) > lastOf(b) || firstOf(b) > lastOf(a);
}

/** Whether each period of `inner` lies, as far as `outer` covers it at all, in one period of `outer`. */
function liesWithin(inner: Cap, outer: Cap): boolean {
  if (!inner.formats.every((format) => outer.formats.includes(format))) return false;
  // A calendar year may span two cycle years and the other way round; a cycle contains both.
  if (inner.per !== outer.per && outer.per !== "cycle") return false;
  const years = inner.per === "calendar year";
  const beginsWithin =
    firstOf(outer) > firstOf(inner) && !(years && outer.from?.endsWith("-01-01"));
  const endsWithin = lastOf(outer) < lastOf(inner) && !(years && outer.to?.endsWith("-12-31"));
  return !beginsWithin && !endsWithin;
}

const firstOf = ({ from = "0000-01-01" }: Cap): Day => from;
const lastOf = ({ to = "9999-12-31" }: Cap): Day => to;
