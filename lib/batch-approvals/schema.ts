import { choicesSchema } from "@/lib/choices/schema";
import { seenRow } from "@/lib/line-decisions/schema";

export const approveBatchesSchema = choicesSchema(seenRow, "Choose at least one submission.");
