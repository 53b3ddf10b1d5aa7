"use client";

import { useActionState } from "react";
import { ButtonLink } from "@/components/button-link";
import { DetailsFields } from "@/components/event-details-fields";
import { FormMessage } from "@/components/form-message";
import { SubmitButton } from "@/components/submit-button";
import { ZoneField } from "@/components/zone-field";
import { eventsDeskPath } from "@/lib/addresses";
import { add } from "./actions";

export function NewEventForm({
  activityTypes,
  creditTypes,
  timeZone,
  zones,
}: {
  activityTypes: readonly string[];
  creditTypes: readonly string[];
  timeZone: string;
  zones: readonly string[];
}) {
  const [state, action] = useActionState(add, {});
  return (
    <form action={action} noValidate className="flex max-w-160 flex-col gap-6">
      <FormMessage state={state} />
      <DetailsFields state={state} activityTypes={activityTypes} creditTypes={creditTypes} />
      <ZoneField state={state} timeZone={timeZone} zones={zones} />
      <div className="flex flex-wrap items-center gap-4">
        <SubmitButton pendingLabel="Saving…">Set up the event</SubmitButton>
        <ButtonLink href={eventsDeskPath()} variant="quiet">
          Cancel
        </ButtonLink>
      </div>
    </form>
  );
}
