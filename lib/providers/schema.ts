import { z } from "zod";
import { searched, seen, ticked, words } from "@/lib/form-fields";

const told = { name: words(200), inNetwork: ticked, common: ticked };

export const addProviderSchema = z.object(told);
export const changeProviderSchema = z.object({ id: z.uuid(), seen, ...told });

/** A page of the list: what is looked for, and the last provider of the page before. */
export const providerSearchSchema = z.object({
  q: searched,
  after: z.uuid().nullable().default(null).catch(null),
});

export type AddProvider = z.output<typeof addProviderSchema>;
export type ChangeProvider = z.output<typeof changeProviderSchema>;
