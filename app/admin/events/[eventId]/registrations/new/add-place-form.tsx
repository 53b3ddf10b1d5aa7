"use client";

import { useActionState } from "react";
import { ButtonLink } from "@/components/button-link";
import { DayChoice } from "@/components/day-choice";
import { Field } from "@/components/field";
import { FormMessage } from "@/components/form-message";
import { SubmitButton } from "@/components/submit-button";
import { placesPath } from "@/lib/addresses";
import { add } from "./actions";

export function AddPlaceForm({
  eventId,
  days,
}: {
  eventId: string;
  days: readonly { id: string; day: string; title: string }[];
}) {
  const [state, action] = useActionState(add, {});
  return (
    <form action={action} noValidate className="flex max-w-160 flex-col gap-6">
      <FormMessage state={state} />
      <input type="hidden" name="eventId" value={eventId} />
      <Field
        name="member"
        label="Member"
        description="Member number, email address or username."
        state={state}
        autoComplete="off"
        required
      />
      <DayChoice legend="Days" days={days} state={state} />
      <div className="flex flex-wrap items-center gap-4">
        <SubmitButton pendingLabel="Saving…">Register</SubmitButton>
        <ButtonLink href={placesPath(eventId)} variant="quiet">
          Cancel
        </ButtonLink>
      </div>
    </form>
  );
}
