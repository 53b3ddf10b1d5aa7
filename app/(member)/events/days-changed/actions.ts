"use server";

import { formAction } from "@/lib/form-action";
import { declareDays } from "@/lib/registrations/commands";
import { declareDaysSchema } from "@/lib/registrations/schema";

export const declareDaysAction = formAction(declareDaysSchema, async (actor, input, now) => {
  await declareDays(actor, input, now);
  return { redirectTo: "/events" };
});
