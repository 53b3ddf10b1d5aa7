"use server";

import { unclaimedPath } from "@/lib/addresses";
import { staffAction } from "@/lib/form-action";
import { requestReminders } from "@/lib/reminders/commands";
import { remindSchema } from "@/lib/reminders/schema";

export const remind = staffAction("set up events", remindSchema, async (actor, input, now) => {
  await requestReminders(actor, input, now);
  return { redirectTo: unclaimedPath(input.eventId, { run: input.runId }) };
});
