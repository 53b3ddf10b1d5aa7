"use server";

import { staffAction } from "@/lib/form-action";
import { confirmRun } from "@/lib/import-runs/commands";
import { confirmRunSchema } from "@/lib/import-runs/schema";

export const confirm = staffAction("import files", confirmRunSchema, async (actor, input, now) => {
  await confirmRun(actor, input, now);
  return { message: "The import has begun." };
});
