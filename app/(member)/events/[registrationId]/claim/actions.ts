"use server";

import { claimPath, reviewPath } from "@/lib/addresses";
import { saveDay } from "@/lib/claims/commands";
import { type SaveDay, saveDaySchema } from "@/lib/claims/schema";
import { formAction } from "@/lib/form-action";

export const saveDayAction = formAction(saveDaySchema, async (actor, input, now) => {
  await saveDay(actor, input, now);
  return { redirectTo: afterSaving(input) };
});

/** Where the member wanted to go when a row in edit was saved: the review, another row, or nowhere. */
function afterSaving({ registrationId, eventDayId, onward }: SaveDay) {
  if (onward === "review") return reviewPath(registrationId);
  return claimPath(registrationId, onward ? { day: onward } : { saved: eventDayId });
}
