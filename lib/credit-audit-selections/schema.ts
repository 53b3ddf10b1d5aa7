import { z } from "zod";
import { isDay } from "@/lib/calendar";
import { SIZE_UNITS } from "@/lib/credit-audit-selections/rules";
import { line, onlyVisible, seen, whole, words } from "@/lib/form-fields";
import { readAfter } from "@/lib/page-after";

const day = z
  .string()
  .trim()
  .default("")
  .refine((typed) => typed === "" || isDay(typed), "Enter a date, or nothing.");

const fields = {
  /** A program's code; empty: all. */
  program: line(100),
  from: day,
  to: day,
  size: whole(1, 100_000),
  unit: z.enum(SIZE_UNITS, "Choose renewals or percent."),
  seed: words(100).superRefine(onlyVisible),
};

type Typed = { from: string; to: string; size: number; unit: string };

const isInOrder = ({ from, to }: Typed) => from === "" || to === "" || from <= to;
const backwards = { path: ["to"], error: "The last due date comes before the first." };
const isPart = ({ size, unit }: Typed) => unit !== "percent" || size <= 100;
const tooMuch = { path: ["size"], error: "There are no more than 100 percent." };

/** What to draw from, how many, and by which seed. */
export const criteriaSchema = z.object(fields).refine(isInOrder, backwards).refine(isPart, tooMuch);

/** The draw of what a preview showed: `seen` is the hash of the renewals that it counted. */
export const drawSchema = z
  .object({ ...fields, selectionId: z.uuid(), seen })
  .refine(isInOrder, backwards)
  .refine(isPart, tooMuch);

/** Staff's list of draws: its place. */
export const selectionsSchema = z.object({
  after: z.string().transform(readAfter).nullable().catch(null),
});

export type Criteria = z.infer<typeof criteriaSchema>;
export type Draw = z.infer<typeof drawSchema>;
