"use client";

import { useActionState } from "react";
import { ButtonLink } from "@/components/button-link";
import { Field } from "@/components/field";
import { FormMessage } from "@/components/form-message";
import { OpenedWith } from "@/components/opened-with";
import { SubmitButton } from "@/components/submit-button";
import { eventDeskPath } from "@/lib/addresses";
import { save } from "./actions";

type Typed = { day: string; title: string; starts: string; ends: string; maximum: string };

export function DayForm({
  eventId,
  version,
  dayId,
  seen,
  day: typed,
  stored,
}: {
  eventId: string;
  version: number;
  /** Empty: a new day. */
  dayId: string;
  /** What the confirm step lists; empty: nothing is listed. */
  seen: string;
  /** To be confirmed, or as it stands. */
  day: Typed;
  stored: Typed;
}) {
  const [state, action] = useActionState(save, {});
  const day = state.untouched ? stored : typed;
  return (
    <form action={action} noValidate className="flex max-w-160 flex-col gap-6">
      <FormMessage state={state} />
      <input type="hidden" name="eventId" value={eventId} />
      <OpenedWith state={state} seen={{ version }} fields={stored} />
      <input type="hidden" name="dayId" value={dayId} />
      <input type="hidden" name="seen" value={seen} />
      <Field
        name="day"
        type="date"
        width="date"
        label="Date"
        state={state}
        defaultValue={day.day}
        required
      />
      <Field name="title" label="Title" state={state} defaultValue={day.title} required={false} />
      <div className="flex flex-wrap gap-6">
        <Field
          name="starts"
          width="amount"
          label="Starts"
          description="Such as 08:00."
          state={state}
          defaultValue={day.starts}
          required
        />
        <Field
          name="ends"
          width="amount"
          label="Ends"
          description="Such as 17:00."
          state={state}
          defaultValue={day.ends}
          required
        />
        <Field
          name="maximum"
          width="amount"
          label="Maximum"
          description="Credits of this day."
          inputMode="decimal"
          state={state}
          defaultValue={day.maximum}
          required
        />
      </div>
      <div className="flex flex-wrap items-center gap-4">
        <SubmitButton pendingLabel="Saving…">{seen ? "Save it all the same" : "Save"}</SubmitButton>
        <ButtonLink href={eventDeskPath(eventId)} variant="quiet">
          Cancel
        </ButtonLink>
      </div>
    </form>
  );
}
