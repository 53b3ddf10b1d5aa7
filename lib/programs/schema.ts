import { z } from "zod";
import { isDay } from "@/lib/calendar";
import { MOST_CREDITS } from "@/lib/credits/amount";
import { typedDay } from "@/lib/form-fields";
import { EntrySource } from "@/prisma/generated/enums";

const day = z.string().refine(isDay, "Give a date such as 2025-01-01.");
const firstDay = typedDay("Give a date such as 2025-01-01.");
const credits = z.int().min(0).max(MOST_CREDITS);
const cents = z.int().min(0);
const months = z.int().min(0).max(120);

/** At most so many credits by some formats, each calendar year, cycle year or cycle of the date earned. */
const capSchema = z.strictObject({
  /** What it is called, where the names of its formats don't say it. */
  name: z.string().min(1).optional(),
  /** "participation": the formats that are flagged so. */
  formats: z.union([z.array(z.string().min(1)).min(1), z.literal("participation")]),
  credits,
  per: z.enum(["calendar year", "cycle year", "cycle"]),
  /** The first and the last date earned that it covers. */
  from: day.optional(),
  to: day.optional(),
});

/** What a program demands of the cycles that fall due under a rule version. Credits are hundredths, money cents. */
export const ruleTermsSchema = z.strictObject({
  cycleYears: z.int().min(1).max(20),
  window: z.discriminatedUnion("is", [
    z.strictObject({ is: z.literal("cycle") }),
    z.strictObject({ is: z.literal("previous calendar year") }),
    z.strictObject({
      is: z.literal("months"),
      months: months.min(1),
      endingOn: z.enum(["due", "lapse"]),
    }),
  ]),
  due: z.enum(["day after end", "first day"]),
  /** After the due date; 0: from the due date on. */
  lateFeeAfterMonths: months,
  /** After the due date; null: never lapses. */
  lapseAfterMonths: months.min(1).nullable(),
  required: credits,
  minimums: z.array(z.strictObject({ of: z.literal("in-network"), credits })).default([]),
  caps: z.array(capSchema).default([]),
  fee: cents,
  /** Added to the fee. */
  lateFee: cents,
  sources: z.array(z.enum(EntrySource)).min(1),
  creditTypesRefused: z.array(z.string().min(1)).default(["None"]),
  /** Format to the first date earned from which it is accepted; the others always are. */
  formatsFrom: z.record(z.string(), day).default({}),
});

export type RuleTerms = z.infer<typeof ruleTermsSchema>;

export const programSchema = z.strictObject({
  code: z.string().min(1).max(40),
  /** Each with the date from which the program is called so; imports accept every code. */
  names: z
    .array(z.strictObject({ code: z.string().min(1), name: z.string().min(1), fromOn: firstDay }))
    .min(1),
});

export type ProgramNamed = z.infer<typeof programSchema>;

export const ruleVersionSchema = z.strictObject({
  programCode: z.string().min(1),
  /** Cycles that fall due on or after it use the version. */
  fromOn: firstDay,
  terms: ruleTermsSchema,
});

export type RuleVersionSaved = z.infer<typeof ruleVersionSchema>;

/** A data file of programs: a version's terms are the file's, with what the version says instead. */
export const programsFileSchema = z
  .strictObject({
    terms: z.record(z.string(), z.unknown()),
    programs: z.array(
      programSchema.extend({
        versions: z.array(
          z.strictObject({ fromOn: firstDay, terms: z.record(z.string(), z.unknown()) }),
        ),
      }),
    ),
  })
  .transform(({ terms, programs }) =>
    programs.map((program) => ({
      ...program,
      versions: program.versions.map((version) => ({
        ...version,
        terms: { ...terms, ...version.terms },
      })),
    })),
  )
  .pipe(
    z.array(
      programSchema.extend({
        versions: z.array(ruleVersionSchema.omit({ programCode: true })),
      }),
    ),
  );

export type ProgramsFile = z.infer<typeof programsFileSchema>;
