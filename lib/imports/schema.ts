import { z } from "zod";
import { isDay, refusalOfDay } from "@/lib/calendar";
import { creditsTyped, refusalOfAmount } from "@/lib/credits/amount";
import {
  isLocalTime,
  isZoneName,
  REFUSAL_BELOW_ZERO,
  REFUSAL_OF_DATE,
  REFUSAL_OF_LOCAL_TIME,
  REFUSAL_OF_ZONE,
  refusalOfPlaceholders,
} from "@/lib/events/rules";
import { typedDay } from "@/lib/form-fields";

/** A column of an import file: what its cells may say, and as what the staging table keeps them. */
export type Column = {
  cell: z.ZodType<string | null, string>;
  type: "text" | "date" | "date[]" | "integer" | "timestamptz";
  /** May be absent from the file; what exists is then left untouched. */
  optional?: true;
};

/** Cells arrive trimmed and without line breaks. Here "" is an empty cell, which clears: null. */
const empty = (text: string) => (text === "" ? null : text);

const filled = (most: number) =>
  z.string().min(1, "This cell may not be empty.").max(most, `Use at most ${most} characters.`);

const column = (cell: Column["cell"], type: Column["type"] = "text"): Column => ({ cell, type });

/** A column marked ° in the list of kinds. */
export function optional(of: Column): Column {
  return { ...of, optional: true };
}

/** Text that has to be there: names, numbers, codes. */
export function text(most = 200): Column {
  return column(filled(most));
}

/** Text that may be empty. */
export function textOrEmpty(most = 200): Column {
  return column(z.string().max(most, `Use at most ${most} characters.`).transform(empty));
}

export function choice(...words: string[]): Column {
  const said = words.join(" or ");
  return column(z.string().refine((word) => words.includes(word), `Write ${said}.`));
}

/** One word, or empty for "no". */
export function flag(word: string): Column {
  const sentence = `Write ${word} or leave the cell empty.`;
  const cell = z.string().refine((said) => said === word || said === "", sentence);
  return column(cell.transform(empty));
}

export const email = column(
  filled(254).pipe(z.email("Enter an e-mail address, such as name@example.org.")),
);

/** Words with the places that a certificate fills in: {provider} and the like. */
export function statement(...places: string[]): Column {
  const cell = z
    .string()
    .max(2000, "Use at most 2000 characters.")
    .superRefine((said, context) => {
      const refusal = refusalOfPlaceholders(said, places);
      if (refusal) context.addIssue(refusal);
    });
  return column(cell.transform(empty));
}

const MONTH_DAY = /^\d\d-\d\d$/;

/** A birthday without its year. 2000 was a leap year: 02-29 is a birthday. */
export const monthDay = column(
  z
    .string()
    .refine(
      (said) => said === "" || (MONTH_DAY.test(said) && isDay(`2000-${said}`)),
      "Enter month and day, such as 09-06, or leave the cell empty.",
    )
    .transform(empty),
);

export const day = column(typedDay(REFUSAL_OF_DATE), "date");

/** Dates with ";" between, as PostgreSQL writes an array of them. */
export const days = column(
  z.string().transform((said, context) => {
    const named = said === "" ? [] : said.split(";").map((date) => date.trim());
    const [wrong] = named.flatMap(
      (date) =>
        refusalOfDay(date, `There is no date "${date}"; write dates as 2025-03-29;2025-03-30.`) ??
        [],
    );
    const twice = named.find((date, place) => named.indexOf(date) < place);
    if (wrong !== undefined) {
      context.addIssue(wrong);
    } else if (twice !== undefined) {
      context.addIssue(`${twice} is named twice.`);
    }
    return `{${named.join(",")}}`;
  }),
  "date[]",
);

export const localTime = column(z.string().refine(isLocalTime, REFUSAL_OF_LOCAL_TIME));

export const timeZone = column(z.string().refine(isZoneName, REFUSAL_OF_ZONE));

/** Kept in hundredths. The step is the credit type's, which only the database knows. */
const amount = (belowZero?: string) =>
  column(
    filled(20).transform((said, context) => {
      const refusal = (said.startsWith("-") && belowZero) || refusalOfAmount(said);
      if (refusal) context.addIssue(refusal);
      return String(creditsTyped(said));
    }),
    "integer",
  );

export const credits = amount();

export const maximum = amount(REFUSAL_BELOW_ZERO);

export const instant = column(
  z.iso
    .datetime({
      offset: true,
      error: "Enter the instant with its zone, such as 2025-01-05T10:00:00Z.",
    })
    .transform((said) => new Date(said).toISOString()),
  "timestamptz",
);
