"use server";

import { formAction } from "@/lib/form-action";
import { resolveNews } from "@/lib/refunds/commands";
import { resolveNewsSchema } from "@/lib/refunds/schema";

export const resolveNewsAction = formAction(resolveNewsSchema, async (actor, input, now) => {
  await resolveNews(actor, input, now);
  return { message: "Resolved." };
});
