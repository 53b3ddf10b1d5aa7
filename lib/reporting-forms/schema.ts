import { z } from "zod";
import { line, onlyVisible } from "@/lib/form-fields";
import { MOST_BREAK_MINUTES, timeTyped } from "@/lib/reporting-forms/rules";
import { dayTyped } from "@/lib/reports/dates";
import { OTHER_PROVIDER } from "@/lib/reports/rules";

const time = (missing: string) =>
  z.string().transform((typed, context) => {
    const found = timeTyped(typed);
    if (found === null) {
      context.addIssue(
        typed.trim() === "" ? missing : "Enter a time, such as 9:00, 13:30 or 1 pm.",
      );
    }
    return found ?? z.NEVER;
  });

/** Minutes as typed; blank is none. */
const breakTyped = z.string().transform((typed, context) => {
  const text = typed.trim();
  if (!/^\d{0,4}$/.test(text) || Number(text) > MOST_BREAK_MINUTES) {
    context.addIssue("Enter the breaks in whole minutes, such as 30. Enter 0 if there were none.");
    return z.NEVER;
  }
  return Number(text);
});

const always = { when: () => true };

/** A form's version as the page showed it. */
export const formVersion = z.coerce.number().int().min(0);

/** The CEC Reporting Form as it is sent. */
export const saveFormSchema = z
  .object({
    /** Given to the form when it is opened: it is saved once. */
    formId: z.uuid({ version: "v7" }),
    /** 0: not saved yet. */
    version: formVersion,
    earnedOn: z.string().transform((typed, context) => {
      const day = dayTyped(typed);
      if (day === null) {
        context.addIssue(
          typed.trim() === ""
            ? "Enter the date."
            : "Enter a date, such as 3/14/2026 (month first) or 2026-03-14.",
        );
      }
      return day ?? z.NEVER;
    }),
    category: z.string().min(1, "Choose the category."),
    starts: time("Enter when it started."),
    ends: time("Enter when it ended."),
    breakMinutes: breakTyped,
    title: line(300).refine(Boolean, "Enter the title."),
    provider: z.string().min(1, "Choose the organization, or Other."),
    providerOther: line(200),
    description: z
      .string()
      .default("")
      .transform((typed) => typed.replaceAll("\r\n", "\n").trim())
      .refine((text) => [...text].length <= 2000, "Use at most 2,000 characters.")
      .superRefine(onlyVisible),
  })
  .refine(({ provider, providerOther }) => provider !== OTHER_PROVIDER || providerOther, {
    path: ["providerOther"],
    error: "Enter the organization.",
    ...always,
  });

export type SaveForm = z.output<typeof saveFormSchema>;

/** An act on a form as its member saw it. */
export const formActSchema = z.object({ formId: z.uuid(), version: formVersion });

export type FormActInput = z.output<typeof formActSchema>;

export const formDocumentSchema = z.object({ formId: z.uuid(), documentId: z.uuid() });

export type FormDocument = z.output<typeof formDocumentSchema>;

/** Who signed, as it stands on the paper. */
export const signerName = line(200).refine(Boolean, "Enter the name of the person who signed.");
