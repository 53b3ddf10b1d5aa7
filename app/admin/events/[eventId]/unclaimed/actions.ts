"use server";

import { unclaimedPath } from "@/lib/addresses";
import { formAction } from "@/lib/form-action";
import { requestReminders } from "@/lib/reminders/commands";
import { remindSchema } from "@/lib/reminders/schema";

export const remind = formAction(remindSchema, async (actor, input, now) => {
  await requestReminders(actor, input, now);
  return { redirectTo: unclaimedPath(input.eventId, { run: input.runId }) };
});
