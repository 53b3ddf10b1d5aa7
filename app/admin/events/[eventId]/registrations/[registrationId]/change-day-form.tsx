"use client";

import { useActionState } from "react";
import { FormMessage } from "@/components/form-message";
import { SubmitButton } from "@/components/submit-button";
import { changeDays } from "./actions";

/** Adds or withdraws one day; a locked one asks first. */
export function ChangeDayForm({
  registrationId,
  eventDayId,
  change,
  day,
  isLocked,
}: {
  registrationId: string;
  eventDayId: string;
  change: "add" | "withdraw";
  day: string;
  isLocked: boolean;
}) {
  const [state, action] = useActionState(changeDays, {});
  const form = (
    <form action={action} className="flex flex-col items-end gap-2">
      <FormMessage state={state} />
      <input type="hidden" name="registrationId" value={registrationId} />
      <input type="hidden" name="eventDayId" value={eventDayId} />
      <input type="hidden" name="change" value={change} />
      {isLocked ? (
        <p className="text-note text-muted">
          Its credits stay on record and it is listed as an exception.
        </p>
      ) : null}
      <SubmitButton
        variant="secondary"
        size="compact"
        aria-label={`${change === "add" ? "Add" : "Withdraw"} ${day}`}
      >
        {change === "add" ? "Add" : "Withdraw"}
      </SubmitButton>
    </form>
  );
  if (!isLocked) return form;
  return (
    <details>
      <summary className="cursor-pointer whitespace-nowrap" aria-label={`Withdraw ${day} …`}>
        Withdraw…
      </summary>
      {form}
    </details>
  );
}
