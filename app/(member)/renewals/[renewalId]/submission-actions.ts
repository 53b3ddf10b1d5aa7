"use server";

import { saveBatch } from "@/lib/batches/commands";
import { saveBatchSchema } from "@/lib/batches/schema";
import { formAction } from "@/lib/form-action";

export const saveBatchAction = formAction(saveBatchSchema, async (actor, input, now) => {
  await saveBatch(actor, input, now);
  return { message: input.act === "submit" ? "Submitted for approval." : "Saved as a draft." };
});
