"use client";

import { useActionState } from "react";
import { AskTouched } from "@/components/ask-touched";
import { ButtonLink } from "@/components/button-link";
import { type Details, DetailsFields } from "@/components/event-details-fields";
import { FormMessage } from "@/components/form-message";
import { OpenedWith } from "@/components/opened-with";
import { SubmitButton } from "@/components/submit-button";
import { eventDeskPath } from "@/lib/addresses";
import { change } from "./actions";

export function ChangeEventForm({
  eventId,
  version,
  details,
  activityTypes,
  creditTypes,
}: {
  eventId: string;
  version: number;
  details: Details;
  activityTypes: readonly string[];
  creditTypes: readonly string[];
}) {
  const [state, action] = useActionState(change, {});
  return (
    <form action={action} noValidate className="flex max-w-160 flex-col gap-6">
      <FormMessage state={state} />
      <AskTouched state={state} effect="they will be submitted for the new credit type" />
      <input type="hidden" name="eventId" value={eventId} />
      <OpenedWith state={state} seen={{ version }} fields={details} />
      <DetailsFields
        state={state}
        details={details}
        activityTypes={activityTypes}
        creditTypes={creditTypes}
      />
      <div className="flex flex-wrap items-center gap-4">
        <SubmitButton pendingLabel="Saving…">
          {state.touched ? "Save it all the same" : "Save"}
        </SubmitButton>
        <ButtonLink href={eventDeskPath(eventId)} variant="quiet">
          Cancel
        </ButtonLink>
      </div>
    </form>
  );
}
