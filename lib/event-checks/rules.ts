import { printCredits } from "@/lib/credits/amount";
import {
  ACCREDITATION_PLACES,
  DESIGNATION_PLACES,
  loneBracesIn,
  placeholdersOf,
  unfilledIn,
  wordsForPlaces,
} from "@/lib/events/rules";

type Audience = "physicians" | "others" | "all";

type CheckedDesignation = {
  creditTypeName: string;
  audience: Audience;
  /** Hundredths. */
  maximum: number;
  approvalNumber: string;
  statement: string;
};

type Checked = {
  learningFormat: string;
  accreditationStatement: string;
  days: readonly { maximum: number }[];
  designations: readonly CheckedDesignation[];
};

export const AUDIENCE_WORDS: Record<Audience, string> = {
  physicians: "physicians",
  others: "others than physicians",
  all: "everyone",
};

export function designationName({
  creditTypeName,
  audience,
}: Omit<CheckedDesignation, "maximum" | "approvalNumber" | "statement">) {
  return `${creditTypeName} for ${AUDIENCE_WORDS[audience]}`;
}

/**
 * What of an event's set-up looks unlike what accreditors ask for: sentences to think about, never a
 * reason to refuse. AMA: the statement names the learning format, the maximum and the credit.
 */
export function warningsOf(event: Checked): string[] {
  const { days, designations, accreditationStatement } = event;
  return [
    days.length === 0 ? "The event has no days yet, so nobody can be registered." : null,
    ...designations.flatMap((designation) => warningsOfDesignation(designation, event)),
    warningOfAudience(designations, "physicians"),
    warningOfAudience(designations, "others"),
    ...unfilledIn(accreditationStatement, ACCREDITATION_PLACES).map(
      (place) =>
        `Nothing fills in {${place}} in the accreditation statement: it is printed as it stands. ${wordsForPlaces(ACCREDITATION_PLACES)}`,
    ),
    ...loneBracesIn(accreditationStatement).map(
      (brace) =>
        `In the accreditation statement ${wordsForLone(brace)} ${wordsForPlaces(ACCREDITATION_PLACES)}`,
    ),
  ].filter((sentence) => sentence !== null);
}

function warningsOfDesignation(
  designation: CheckedDesignation,
  { learningFormat, days }: Checked,
): string[] {
  const { creditTypeName, maximum, approvalNumber, statement } = designation;
  const name = designationName(designation);
  const sum = days.reduce((total, day) => total + day.maximum, 0);
  const unequal =
    days.length > 0 && sum !== maximum
      ? `${name}: its maximum is ${printCredits(maximum)}, and the days come to ${printCredits(sum)}.`
      : null;
  if (statement === "") return [`${name}: there is no statement.`, ...(unequal ? [unequal] : [])];
  const places = placeholdersOf(statement);
  return [
    places.includes("format") || names(statement, learningFormat)
      ? null
      : `${name}: the statement does not name the learning format, ${learningFormat}. Write {format}.`,
    names(statement, creditTypeName)
      ? null
      : `${name}: the statement does not name the credit type, ${creditTypeName}.`,
    unequal,
    places.includes("approval_number") && approvalNumber === ""
      ? `${name}: the statement has {approval_number}, and there is no approval number.`
      : null,
    ...unfilledIn(statement, DESIGNATION_PLACES).map(
      (place) =>
        `${name}: nothing fills in {${place}}: it is printed as it stands. ${wordsForPlaces(DESIGNATION_PLACES)}`,
    ),
    ...loneBracesIn(statement).map(
      (brace) => `${name}: ${wordsForLone(brace)} ${wordsForPlaces(DESIGNATION_PLACES)}`,
    ),
  ].filter((sentence) => sentence !== null);
}

function wordsForLone(brace: string): string {
  const other = brace.endsWith("}") ? "opening" : "closing";
  return `“${brace}” has no ${other} brace: it is printed as it stands.`;
}

function warningOfAudience(
  designations: readonly CheckedDesignation[],
  audience: "physicians" | "others",
): string | null {
  const isThere = designations.some(
    (each) => each.audience === "all" || each.audience === audience,
  );
  return isThere
    ? null
    : `There is no designation for ${AUDIENCE_WORDS[audience]}: they get a certificate of participation without a statement.`;
}

/** Marks of type (™, the asterisks of emphasis) and the number of spaces don't matter. */
function names(statement: string, name: string): boolean {
  return plain(statement).includes(plain(name));
}

function plain(text: string): string {
  return text
    .normalize("NFKC")
    .toLowerCase()
    .replaceAll(/[*_™®]|tm\b/gu, "")
    .replaceAll(/\s+/g, " ")
    .trim();
}
