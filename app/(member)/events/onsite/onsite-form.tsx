"use client";

import { useActionState } from "react";
import { DayChoice } from "@/components/day-choice";
import { FormMessage } from "@/components/form-message";
import { SubmitButton } from "@/components/submit-button";
import type { Day } from "@/lib/calendar";
import { declareRegistrationAction } from "./actions";

export function OnsiteForm({
  eventId,
  days,
}: {
  eventId: string;
  days: readonly { id: string; day: Day; title: string }[];
}) {
  const [state, send] = useActionState(declareRegistrationAction, {});
  return (
    <form action={send} noValidate className="flex flex-col gap-6">
      <FormMessage state={state} />
      <input type="hidden" name="eventId" value={eventId} />
      <DayChoice legend="Which days did you register for?" days={days} state={state} />
      <SubmitButton pendingLabel="Saving…">I registered onsite</SubmitButton>
    </form>
  );
}
