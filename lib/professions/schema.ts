import { z } from "zod";
import { seen, ticked, words } from "@/lib/form-fields";

const told = { physician: ticked };

export const addProfessionSchema = z.object({ name: words(100), ...told });
export const changeProfessionSchema = z.object({ name: z.string().max(100), seen, ...told });
export const removeProfessionSchema = z.object({ name: z.string().max(100), seen });

export type AddProfession = z.output<typeof addProfessionSchema>;
export type ChangeProfession = z.output<typeof changeProfessionSchema>;
export type RemoveProfession = z.output<typeof removeProfessionSchema>;
