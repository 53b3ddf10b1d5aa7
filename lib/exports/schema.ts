import { z } from "zod";
import { isDay } from "@/lib/calendar";

/** The first and the last day of what is wanted, as a form sends them. */
export const rangeSchema = z
  .object({
    from: z.string("Choose the first day.").refine(isDay, "Choose the first day."),
    to: z.string("Choose the last day.").refine(isDay, "Choose the last day."),
  })
  .refine(({ from, to }) => from <= to, {
    path: ["to"],
    error: "The last day comes before the first. Change one of them.",
  });

export type Range = z.output<typeof rangeSchema>;
