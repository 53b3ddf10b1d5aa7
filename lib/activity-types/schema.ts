import { z } from "zod";
import { seen, words } from "@/lib/form-fields";

const told = { formatName: z.string().min(1, "Choose a format.").max(100) };

export const addActivityTypeSchema = z.object({ name: words(100), ...told });
export const changeActivityTypeSchema = z.object({ name: z.string().max(100), seen, ...told });
export const removeActivityTypeSchema = z.object({ name: z.string().max(100), seen });

export type AddActivityType = z.output<typeof addActivityTypeSchema>;
export type ChangeActivityType = z.output<typeof changeActivityTypeSchema>;
export type RemoveActivityType = z.output<typeof removeActivityTypeSchema>;
