import { refusalOfDay } from "@/lib/calendar";
import { creditsTyped, printCredits, refusalOfAmount } from "@/lib/credits/amount";
import type { RuleTerms } from "@/lib/programs/schema";
import type { RuleDraft } from "@/lib/rule-drafts/schema";

/** In the place of formats: those that earn participation credit, whichever they are. */
export const PARTICIPATION = "*";

type Cap = RuleTerms["caps"][number];
type Columns = Pick<
  RuleDraft,
  "capName" | "capCredits" | "capPer" | "capFrom" | "capTo" | "capFormats" | "capRemoved"
>;

const PERIODS: readonly Cap["per"][] = ["calendar year", "cycle year", "cycle"];

/** The maximums that a form names, and what is wrong with which field of which row. */
export function capsTyped(typed: Columns): { caps: Cap[]; refusals: Record<string, string> } {
  const rows = typed.capCredits
    .map((_, row) => rowTyped(typed, row))
    .filter(({ row, name, credits, formats }) => {
      const isBlank = name === "" && credits === "" && formats.length === 0;
      return !isBlank && !typed.capRemoved.includes(String(row));
    });
  const refusals = rows.flatMap(refusalsOf);
  return { caps: rows.map(capOf), refusals: Object.fromEntries(refusals) };
}

type Typed = ReturnType<typeof rowTyped>;

function rowTyped(typed: Columns, row: number) {
  const text = (column: readonly string[]) => column[row]?.trim() ?? "";
  return {
    row,
    name: text(typed.capName),
    credits: text(typed.capCredits),
    per: PERIODS.find((each) => each === typed.capPer[row]),
    from: text(typed.capFrom),
    to: text(typed.capTo),
    formats: formatsOf(typed, row),
  };
}

function refusalsOf({ row, credits, per, from, to, formats }: Typed): [string, string][] {
  const blank = credits === "" ? "Enter the most that counts." : null;
  const wrong: [string, string | null][] = [
    [`capCredits${row}`, refusalOfAmount(credits) ?? blank],
    [`capFormats${row}`, refusalOfFormats(formats)],
    [`capPer${row}`, per ? null : "Choose a period."],
    [`capFrom${row}`, refusalOfEdge(from)],
    [`capTo${row}`, refusalOfEdge(to)],
  ];
  return wrong.flatMap(([field, why]): [string, string][] => (why ? [[field, why]] : []));
}

/** Of a row that is refused it is never used. */
function capOf({ name, credits, per = "cycle", from, to, formats }: Typed): Cap {
  return {
    ...(name && { name }),
    formats: formats.includes(PARTICIPATION) ? "participation" : formats,
    credits: refusalOfAmount(credits) ? 0 : (creditsTyped(credits) ?? 0),
    per,
    ...(from && { from }),
    ...(to && { to }),
  };
}

/** The maximums of a version as the form shows them. */
export function typedCaps(caps: readonly Cap[]): Columns {
  return {
    capName: caps.map(({ name = "" }) => name),
    capCredits: caps.map(({ credits }) => printCredits(credits)),
    capPer: caps.map(({ per }) => per),
    capFrom: caps.map(({ from = "" }) => from),
    capTo: caps.map(({ to = "" }) => to),
    capFormats: caps.flatMap(({ formats }, row) => {
      const named = formats === "participation" ? [PARTICIPATION] : formats;
      return named.map((format) => `${row}:${format}`);
    }),
    capRemoved: [],
  };
}

/** The formats that are ticked in a row. */
function formatsOf({ capFormats }: Pick<Columns, "capFormats">, row: number): string[] {
  const start = `${row}:`;
  return capFormats
    .filter((each) => each.startsWith(start))
    .map((each) => each.slice(start.length));
}

function refusalOfFormats(formats: readonly string[]): string | null {
  if (formats.length === 0) return "Choose the formats that it covers.";
  if (formats.includes(PARTICIPATION) && formats.length > 1) {
    return "Choose participation credits or formats by name, not both.";
  }
  return null;
}

function refusalOfEdge(typed: string): string | null {
  return typed === "" ? null : refusalOfDay(typed, "Enter a date such as 2027-01-01, or nothing.");
}
