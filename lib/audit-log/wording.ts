import { formatInstant, formatLongDay, isDay } from "@/lib/calendar";
import { printCredits, printMoney } from "@/lib/credits/amount";
import * as enums from "@/prisma/generated/enums";

/** How facts are read: the association's zone and currency, and what the ids in them are called. */
export type Reading = {
  timeZone: string;
  currency: string;
  names: ReadonlyMap<string, string>;
};

export type FactLine = { name: string; words: string };

type Facts = Record<string, unknown>;

// Numbers of which the log keeps hundredths.
const CREDITS = /^(total|required|maximum|minimum|increment|counted)$|credits$/i;
const MONEY = /cents$|^(fee|lateFee|adjustment)$/i;
const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const DIGEST = /^[0-9a-f]{64}$/;
const CURRENCY = /^[a-z]{3}$/i;
const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/;

// Words that are kept with underscores: "amount_differs".
const KEPT_WORDS = new Set(
  Object.values(enums)
    .flatMap((words) => Object.values<string>(words))
    .filter((word) => word.includes("_")),
);
// More than two lines of a list hold.
const MOST_IN_LIST = 240;

/** What an entry of the log tells, a line a fact: "Credits: 6.50 → 7.00". */
export function factLines(facts: object, reading: Reading): FactLine[] {
  if (!isFacts(facts)) return [];
  const { from, to, ...others } = facts;
  return [...changeLines(from, to, reading), ...othersOf(others, reading)];
}

/** The change that all of an entry is about: of one value, or of several by their names. */
function changeLines(from: unknown, to: unknown, reading: Reading): FactLine[] {
  if (from === undefined && to === undefined) return [];
  if (isFacts(from) || isFacts(to)) {
    const [before, after] = [isFacts(from) ? from : {}, isFacts(to) ? to : {}];
    const names = [...new Set([...Object.keys(before), ...Object.keys(after)])];
    const changes = names.map((name) => [name, { from: before[name], to: after[name] }] as const);
    return othersOf(Object.fromEntries(changes.filter(isDifferent)), reading);
  }
  if (typeof (to ?? from) !== "number") return othersOf({ from, to }, reading);
  return [{ name: "Credits", words: changeWords("credits", { from, to }, reading) }];
}

function isDifferent([, { from, to }]: readonly [string, { from: unknown; to: unknown }]) {
  return JSON.stringify(from) !== JSON.stringify(to);
}

function othersOf(facts: Facts, known: Reading): FactLine[] {
  const { currency } = facts;
  // Money that came in may be of another currency than the association's.
  const isBeside = typeof currency === "string" && CURRENCY.test(currency);
  const reading = isBeside ? { ...known, currency } : known;
  return Object.entries(facts)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => ({ name: nameWords(name), words: wordsOf(name, value, reading) }));
}

/** "associationName" → "Association name" */
export function nameWords(name: string): string {
  // Whole cents are how it is kept, not what is read.
  if (name === "cents") return "Amount";
  const apart = name
    .replaceAll(/[_-]+/g, " ")
    .replaceAll(/(\p{Ll}|\d)(\p{Lu})/gu, (_, before: string, letter: string) => {
      return `${before} ${letter.toLowerCase()}`;
    })
    .replace(/ (id|sha256)$/, "");
  return apart.charAt(0).toUpperCase() + apart.slice(1);
}

function wordsOf(name: string, value: unknown, reading: Reading): string {
  if (value === null || value === undefined || value === "") return "none";
  if (typeof value === "boolean") return value ? "yes" : "no";
  if (typeof value === "number") return numberWords(name, value, reading);
  if (typeof value === "string") return textWords(value, reading);
  if (Array.isArray(value)) {
    const told = value.map((each) => wordsOf(name, each, reading));
    return told.join(value.some(isFacts) ? "; " : ", ") || "none";
  }
  if (!isFacts(value)) return String(value);
  if (isChange(value)) return changeWords(name, value, reading);
  return othersOf(value, reading)
    .map((line) => `${line.name.toLowerCase()} ${line.words}`)
    .join(", ");
}

function numberWords(name: string, value: number, { currency }: Reading): string {
  if (CREDITS.test(name)) return printCredits(value);
  return MONEY.test(name) ? printMoney(value, currency) : String(value);
}

function textWords(value: string, { timeZone, names }: Reading): string {
  if (isDay(value)) return formatLongDay(value);
  if (INSTANT.test(value)) return formatInstant(new Date(value), timeZone);
  if (ID.test(value)) return names.get(value) ?? value;
  return KEPT_WORDS.has(value) ? value.replaceAll("_", " ") : shortened(value);
}

/** A SHA-256 is told by its beginning. */
export function shortened(text: string): string {
  return DIGEST.test(text) ? `${text.slice(0, 12)}…` : text;
}

/** What a list shows of a long fact; the entry's own page shows all of it. */
export function inList(words: string): string {
  if (words.length <= MOST_IN_LIST) return words;
  // By whole characters: no half of a pair is left at the end.
  return `${[...words.slice(0, 2 * MOST_IN_LIST)].slice(0, MOST_IN_LIST).join("")}…`;
}

function changeWords(name: string, { from, to }: Facts, reading: Reading): string {
  return `${wordsOf(name, from, reading)} → ${wordsOf(name, to, reading)}`;
}

function isFacts(value: unknown): value is Facts {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isChange(value: Facts): boolean {
  const names = Object.keys(value);
  return names.length > 0 && names.every((name) => name === "from" || name === "to");
}

/** The ids that facts mention, however deep. */
export function idsIn(value: unknown): string[] {
  if (typeof value === "string") return ID.test(value) ? [value] : [];
  if (typeof value !== "object" || value === null) return [];
  return Object.values(value).flatMap(idsIn);
}
