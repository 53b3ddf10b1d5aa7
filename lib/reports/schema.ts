import { z } from "zod";
import { refusalOfDay } from "@/lib/calendar";
import { UNITS, type Unit } from "@/lib/conversions/rules";
import { typedCredits } from "@/lib/credits/schema";
import { documentIds } from "@/lib/documents/schema";
import { line } from "@/lib/form-fields";
import { dayTyped } from "@/lib/reports/dates";
import { OTHER_PROVIDER } from "@/lib/reports/rules";

const units = Object.keys(UNITS) as [Unit, ...Unit[]];

/** Without letting another field's fault hide this one. */
const always = { when: () => true };

/** The form "Report CECs" as it is sent. */
export const reportSchema = z
  .object({
    /** Given to the form when it is opened, and to the entry when it is saved: it is saved once. */
    reportId: z.uuid({ version: "v7" }),
    /** The entry that was sent back and is reported again. */
    replacesId: z
      .union([z.literal(""), z.uuid()])
      .default("")
      .transform((id) => id || null),
    earnedOn: z.string().transform((typed, context) => {
      const day = dayTyped(typed);
      if (day === null) {
        context.addIssue(
          typed.trim() === ""
            ? "Enter the date on which you earned the credit."
            : "Enter a date, such as 3/14/2026 (month first) or 2026-03-14.",
        );
        return z.NEVER;
      }
      const refusal = refusalOfDay(day, "");
      if (refusal) context.addIssue(refusal);
      return day;
    }),
    format: z.string().min(1, "Choose the format."),
    credits: typedCredits,
    creditType: z.string().min(1, "Choose the credit type."),
    courseNumber: line(60),
    provider: z.string().min(1, "Choose the provider, or Other."),
    providerOther: line(200),
    title: line(300).refine(Boolean, "Enter the name of the course."),
    documents: documentIds,
    convertFrom: z.enum(units).catch("hours"),
    convertAmount: typedCredits.default(null),
    creditsMeant: z.enum(["credits", "hours"]).nullable().catch(null),
    duplicate: z.literal("on").optional(),
  })
  .refine(({ provider, providerOther }) => provider !== OTHER_PROVIDER || providerOther, {
    path: ["providerOther"],
    error: "Provider/Organization Other is required.",
    ...always,
  })
  .refine(({ credits, convertAmount }) => credits !== null || convertAmount !== null, {
    path: ["credits"],
    error: "Enter the credits you were awarded.",
    ...always,
  });

export type Report = z.output<typeof reportSchema>;

/** A form's fields as the schema takes them: those that repeat as lists, of the others the last. */
function reportSent(form: FormData): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(reportSchema.shape).map(([name, field]) => {
      const texts = form.getAll(name).filter((value) => typeof value === "string");
      return [name, field instanceof z.ZodArray ? texts : texts.at(-1)];
    }),
  );
}

/** What the form says, or what is wrong with each field of it. */
export function readReport(
  form: FormData,
): { report: Report; errors?: undefined } | { report?: undefined; errors: Record<string, string> } {
  const parsed = reportSchema.safeParse(reportSent(form), {
    error: (issue) => (issue.input === undefined ? "Fill in this field." : undefined),
  });
  if (parsed.success) return { report: parsed.data };
  const { fieldErrors } = z.flattenError(parsed.error);
  const errors = Object.entries(fieldErrors).map(([name, [first = ""]]) => [name, first]);
  return { errors: Object.fromEntries(errors) };
}

const NEEDED = new Set(["earnedOn", "format", "credits", "creditType", "convertAmount"]);

/** As much as the form says while it is typed; null while nobody could say what it counts. */
export function readSoFar(form: FormData): Report | null {
  const sent = reportSent(form);
  const fields = Object.entries(reportSchema.shape).map(
    ([name, field]) => [name, field.safeParse(sent[name])] as const,
  );
  if (fields.some(([name, { success }]) => !success && NEEDED.has(name))) return null;
  const report = Object.fromEntries(
    fields.map(([name, { success, data }]) => [
      name,
      success ? data : name === "documents" ? [] : name === "replacesId" ? null : "",
    ]),
  ) as Report;
  const { credits, convertAmount } = report;
  return credits === null && convertAmount === null ? null : report;
}

/** What was typed, kept while it is not saved: field name to its texts. */
export type DraftFields = Record<string, string[]>;

/** A draft as the form that it was. */
export function formOf(fields: DraftFields): FormData {
  const form = new FormData();
  for (const [name, texts] of Object.entries(fields)) {
    for (const text of texts) form.append(name, text);
  }
  return form;
}
