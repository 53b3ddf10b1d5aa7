import { z } from "zod";
import { refusalOfDay } from "@/lib/calendar";
import { cleanCell } from "@/lib/imports/rules";
import { refusalOfInvisible } from "@/lib/text";

/** Everything in it can be seen: what turns letters round reads otherwise than it is. */
export function onlyVisible(text: string, context: z.RefinementCtx) {
  const refusal = refusalOfInvisible(text, "field");
  if (refusal) context.addIssue(refusal);
}

/** One line of words, or none: line breaks and runs of spaces become one space. */
export const line = (most: number) =>
  z
    .string()
    .default("")
    .transform((typed) => typed.replaceAll(/[\s\u0085]+/g, " ").trim())
    .refine((text) => !/\p{Cc}/u.test(text), "Remove the control character.")
    .superRefine(onlyVisible)
    .refine((text) => [...text].length <= most, `Use at most ${most} characters.`);

/** One line of words, or none, refused for what an import refuses in a cell. */
export const cellLine = (most: number) =>
  z
    .string()
    .default("")
    .transform((typed, context) => {
      const { text, refusal } = cleanCell(typed.trim());
      if (refusal) context.addIssue(refusal.replace("This cell", "This field"));
      if (text.length > most) context.addIssue(`Use at most ${most} characters.`);
      return text;
    });

/** One line of words that must be there; runs of spaces become one space. */
export const words = (most: number) =>
  z
    .string()
    .trim()
    .overwrite(withSingleSpaces)
    .min(1, "Fill in this field.")
    .max(most, `Use at most ${most} characters.`)
    .refine((text) => !/\p{Cc}/u.test(text), "Leave out tabs and line breaks.")
    .superRefine(onlyVisible);

/** A date as 2026-04-10; `words` answer what is none, `missing` nothing at all. */
export const typedDay = (words: string, missing = words) =>
  z
    .string()
    .trim()
    .superRefine((typed, context) => {
      const refusal = refusalOfDay(typed, typed === "" ? missing : words);
      if (refusal) context.addIssue(refusal);
    });

/** Sentences on as many lines as their writer likes, or none; the line breaks of all systems are one. */
export const note = (most = 2000) =>
  z
    .string()
    .default("")
    .transform((typed) => typed.replaceAll(/\r\n?/g, "\n").trim())
    .refine((text) => !/[^\P{Cc}\n\t]/u.test(text), "Remove the control character.")
    .superRefine(onlyVisible)
    .refine(
      (text) => [...text].length <= most,
      `Keep it under ${most.toLocaleString("en-US")} characters.`,
    );

/** The same, where there must be some. */
export const reason = (missing: string, most?: number) =>
  note(most).refine((text) => text !== "", missing);

/** What is looked for, as an address says it. PostgreSQL keeps no NUL, so nothing is found by one. */
export const searched = z
  .string()
  .trim()
  .max(320)
  .refine((text) => !text.includes("\0"))
  .default("")
  .catch("");

/** A box that is ticked or not; browsers send nothing of one that isn't. */
export const ticked = z
  .string()
  .optional()
  .transform((sent) => sent === "on");

export const whole = (least: number, most: number) =>
  z
    .string()
    .trim()
    .refine(isWhole(least, most), `Enter a whole number from ${least} to ${most}.`)
    .transform(Number);

/** The same, or nothing: null. */
export const wholeOrNothing = (least: number, most: number) =>
  z
    .string()
    .trim()
    .default("")
    .refine(
      (typed) => typed === "" || isWhole(least, most)(typed),
      `Enter a whole number from ${least} to ${most}, or nothing.`,
    )
    .transform((typed) => (typed === "" ? null : Number(typed)));

/** The fingerprint of what a form showed: another change since then is not overwritten. */
export const seen = z.string().length(64);

/** Tabs and line breaks stay, to be refused. */
export function withSingleSpaces(typed: string): string {
  return typed.replaceAll(/\p{Zs}+/gu, " ");
}

function isWhole(least: number, most: number) {
  return (typed: string) =>
    /^\d{1,6}$/.test(typed) && Number(typed) >= least && Number(typed) <= most;
}
