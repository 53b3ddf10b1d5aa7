import { refusalOfDay } from "@/lib/calendar";
import { centsTyped, creditsTyped, printCredits, refusalOfAmount } from "@/lib/credits/amount";
import { type RuleTerms, ruleTermsSchema } from "@/lib/programs/schema";
import { capsTyped, typedCaps } from "@/lib/rule-drafts/caps";
import type { RuleDraft } from "@/lib/rule-drafts/schema";
import { EntrySource } from "@/prisma/generated/enums";

/** What is wrong with a form, by the name of the field. */
export type Refusals = Record<string, string>;

const MOST_MONTHS = 120;
const MOST_YEARS = 20;

/** What the form of a rule version says, or what is wrong with which of its fields. */
export function termsTyped(
  draft: RuleDraft,
): { fromOn: string; terms: RuleTerms } | { refusals: Refusals } {
  const refusals: Refusals = {};
  /** The value, or the placeholder that is never used, since the form is refused. */
  function read<Value>(field: string, typed: Value | string, placeholder: Value): Value {
    if (typeof typed !== "string") return typed;
    refusals[field] = typed;
    return placeholder;
  }
  const isMonths = draft.windowIs === "months";
  const months = isMonths ? read("windowMonths", whole(draft.windowMonths, 1, MOST_MONTHS), 1) : 1;
  const required = read("required", credits(draft.required, "Enter the credits required."), 0);
  const inNetwork =
    draft.inNetwork.trim() === "" ? 0 : read("inNetwork", credits(draft.inNetwork, ""), 0);
  const lapses = draft.lapseAfterMonths.trim() !== "";
  const { caps, refusals: ofCaps } = capsTyped(draft);
  Object.assign(refusals, ofCaps);
  const ofFirstDay = refusalOfDay(draft.fromOn, "Enter a date such as 2027-01-01.");
  if (ofFirstDay) refusals.fromOn = ofFirstDay;
  const sources = Object.values(EntrySource).filter((source) => draft.sources.includes(source));
  if (sources.length === 0) refusals.sources = "Choose at least one source.";
  const formatsFrom = formatsTyped(draft);
  if (typeof formatsFrom === "string") refusals.formatFrom = formatsFrom;
  const terms = {
    cycleYears: read("cycleYears", whole(draft.cycleYears, 1, MOST_YEARS), 1),
    window: isMonths
      ? { is: draft.windowIs, months, endingOn: draft.windowEndingOn }
      : { is: draft.windowIs },
    due: draft.due,
    lateFeeAfterMonths: read(
      "lateFeeAfterMonths",
      whole(draft.lateFeeAfterMonths, 0, MOST_MONTHS),
      0,
    ),
    lapseAfterMonths: lapses
      ? read("lapseAfterMonths", whole(draft.lapseAfterMonths, 1, MOST_MONTHS), 1)
      : null,
    required,
    minimums: inNetwork > 0 ? [{ of: "in-network", credits: inNetwork }] : [],
    caps,
    fee: read("fee", money(draft.fee), 0),
    lateFee: read("lateFee", money(draft.lateFee), 0),
    sources,
    creditTypesRefused: draft.creditTypesRefused,
    formatsFrom: typeof formatsFrom === "string" ? {} : formatsFrom,
  };
  if (Object.keys(refusals).length > 0) return { refusals };
  const parsed = ruleTermsSchema.safeParse(terms);
  // Only a choice that the form does not offer can still be wrong.
  if (!parsed.success) return { refusals: { windowIs: "Choose among what the form offers." } };
  return { fromOn: draft.fromOn, terms: parsed.data };
}

/** What a program's first version begins with. */
export const FIRST_DRAFT: RuleTerms = {
  cycleYears: 1,
  window: { is: "cycle" },
  due: "day after end",
  lateFeeAfterMonths: 0,
  lapseAfterMonths: null,
  required: 0,
  minimums: [],
  caps: [],
  fee: 0,
  lateFee: 0,
  sources: Object.values(EntrySource),
  creditTypesRefused: ["None"],
  formatsFrom: {},
};

/** A version's terms as the form shows them. */
export function draftOf(programCode: string, fromOn: string, terms: RuleTerms): RuleDraft {
  const { window } = terms;
  const isMonths = window.is === "months";
  const formats = Object.entries(terms.formatsFrom);
  return {
    programCode,
    fromOn,
    cycleYears: String(terms.cycleYears),
    windowIs: window.is,
    windowMonths: isMonths ? String(window.months) : "",
    windowEndingOn: isMonths ? window.endingOn : "due",
    due: terms.due,
    lateFeeAfterMonths: String(terms.lateFeeAfterMonths),
    lapseAfterMonths: terms.lapseAfterMonths === null ? "" : String(terms.lapseAfterMonths),
    required: printCredits(terms.required),
    inNetwork: terms.minimums.map((least) => printCredits(least.credits)).join(""),
    // Money has hundredths as credits do.
    fee: printCredits(terms.fee),
    lateFee: printCredits(terms.lateFee),
    sources: terms.sources,
    creditTypesRefused: terms.creditTypesRefused,
    ...typedCaps(terms.caps),
    formatName: formats.map(([name]) => name),
    formatFrom: formats.map(([, day]) => day),
  };
}

function formatsTyped({ formatName, formatFrom }: RuleDraft): Record<string, string> | string {
  const told = formatName.map((name, place) => [name, formatFrom[place]?.trim() ?? ""] as const);
  for (const [name, day] of told) {
    const words = `Enter a date such as 2027-01-01 for ${name}, or nothing.`;
    const refusal = day === "" ? null : refusalOfDay(day, words);
    if (refusal) return refusal === words ? words : `${name}: ${refusal}`;
  }
  return Object.fromEntries(told.filter(([, day]) => day !== ""));
}

function whole(typed: string, least: number, most: number): number | string {
  const text = typed.trim();
  const isRight = /^\d{1,4}$/.test(text) && Number(text) >= least && Number(text) <= most;
  return isRight ? Number(text) : `Enter a whole number from ${least} to ${most}.`;
}

function credits(typed: string, blank: string): number | string {
  return refusalOfAmount(typed) ?? creditsTyped(typed) ?? blank;
}

function money(typed: string): number | string {
  const cents = centsTyped(typed);
  return cents === null || cents < 0 ? "Enter an amount such as 125 or 125.00." : cents;
}
