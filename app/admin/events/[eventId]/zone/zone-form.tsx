"use client";

import { useActionState } from "react";
import { ButtonLink } from "@/components/button-link";
import { FormMessage } from "@/components/form-message";
import { SubmitButton } from "@/components/submit-button";
import { ZoneField } from "@/components/zone-field";
import { eventDeskPath } from "@/lib/addresses";
import { move } from "./actions";

export function ZoneForm({
  eventId,
  version,
  seen,
  timeZone,
  zones,
}: {
  eventId: string;
  version: number;
  seen: string;
  timeZone: string;
  zones: readonly string[];
}) {
  const [state, action] = useActionState(move, {});
  return (
    <form action={action} noValidate className="flex max-w-160 flex-col gap-6">
      <FormMessage state={state} />
      <input type="hidden" name="eventId" value={eventId} />
      <input type="hidden" name="version" value={version} />
      <input type="hidden" name="seen" value={seen} />
      <ZoneField state={state} timeZone={timeZone} zones={zones} />
      <div className="flex flex-wrap items-center gap-4">
        <SubmitButton pendingLabel="Saving…">
          {seen ? "Change it all the same" : "Save"}
        </SubmitButton>
        <ButtonLink href={eventDeskPath(eventId)} variant="quiet">
          Cancel
        </ButtonLink>
      </div>
    </form>
  );
}
