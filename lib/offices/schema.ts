import { z } from "zod";
import { seen, words } from "@/lib/form-fields";

export const addOfficeSchema = z.object({ name: words(200) });
export const changeOfficeSchema = z.object({ id: z.uuid(), seen, name: words(200) });
export const removeOfficeSchema = z.object({ id: z.uuid(), seen });

export type AddOffice = z.output<typeof addOfficeSchema>;
export type ChangeOffice = z.output<typeof changeOfficeSchema>;
export type RemoveOffice = z.output<typeof removeOfficeSchema>;
