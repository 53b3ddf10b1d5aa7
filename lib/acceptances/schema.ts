import { z } from "zod";
import { choicesSchema } from "@/lib/choices/schema";

export const acceptEntriesSchema = choicesSchema(
  z.uuid("Choose again."),
  "Choose at least one entry.",
);
