import { z } from "zod";
import { correctionReason } from "@/lib/corrections/schema";
import { OTHER_PROVIDER } from "@/lib/reports/rules";
import { reportSchema } from "@/lib/reports/schema";

const { earnedOn, format, creditType, courseNumber, provider, providerOther, title, credits } =
  reportSchema.shape;

/** What staff can correct of an entry, as the report's own fields read it. */
const entryFieldsSchema = z
  .object({
    earnedOn,
    format,
    credits: credits.pipe(z.number("Enter the credits. Enter 0 if none were earned.")),
    creditType,
    courseNumber,
    provider,
    providerOther,
    title,
  })
  .refine((fields) => fields.provider !== OTHER_PROVIDER || fields.providerOther, {
    path: ["providerOther"],
    error: "Provider/Organization Other is required.",
  });

export const correctEntrySchema = z
  .object({
    ...entryFieldsSchema.shape,
    /** The entry that was on the screen, which says what stood: an entry never changes. */
    entryId: z.uuid(),
    /** The wish that it fulfils. */
    requestId: z.uuid().optional(),
    reason: correctionReason,
  })
  .refine((fields) => fields.provider !== OTHER_PROVIDER || fields.providerOther, {
    path: ["providerOther"],
    error: "Provider/Organization Other is required.",
  });

export type EntryFields = z.output<typeof entryFieldsSchema>;
export type CorrectEntry = z.output<typeof correctEntrySchema>;

/** The fields as an address says them, or what is wrong with each; null while it says none of them. */
export function readEntryFields(
  search: Readonly<Record<string, string | string[] | undefined>>,
): { fields: EntryFields | null; errors: Record<string, string>; typed: TypedFields } | null {
  const names = Object.keys(entryFieldsSchema.shape) as (keyof EntryFields)[];
  if (!names.some((name) => name in search)) return null;
  const typed = Object.fromEntries(
    names.map((name) => {
      const text = search[name];
      return [name, typeof text === "string" && !text.includes("\0") ? text : ""];
    }),
  ) as TypedFields;
  const parsed = entryFieldsSchema.safeParse(typed);
  if (parsed.success) return { fields: parsed.data, errors: {}, typed };
  const { fieldErrors } = z.flattenError(parsed.error);
  const errors = Object.entries(fieldErrors).map(([name, [first = ""]]) => [name, first]);
  return { fields: null, errors: Object.fromEntries(errors), typed };
}

export type TypedFields = Record<keyof EntryFields, string>;
