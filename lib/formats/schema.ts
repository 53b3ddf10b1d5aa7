import { z } from "zod";
import { seen, ticked, wholeOrNothing, words } from "@/lib/form-fields";

const flags = {
  /** Its place among the choices; nothing: it is not offered. */
  position: wholeOrNothing(1, 999),
  formPosition: wholeOrNothing(1, 999),
  documentRequired: ticked,
  reviewRequired: ticked,
  conversionOffered: ticked,
  participation: ticked,
};

export const addFormatSchema = z.object({ name: words(100), ...flags });
export const changeFormatSchema = z.object({ name: z.string().max(100), seen, ...flags });

export type AddFormat = z.output<typeof addFormatSchema>;
export type ChangeFormat = z.output<typeof changeFormatSchema>;
