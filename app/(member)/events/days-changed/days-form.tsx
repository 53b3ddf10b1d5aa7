"use client";

import { useActionState } from "react";
import { DayChoice } from "@/components/day-choice";
import { FormMessage } from "@/components/form-message";
import { SubmitButton } from "@/components/submit-button";
import type { Day } from "@/lib/calendar";
import { declareDaysAction } from "./actions";

export function DaysForm({
  registrationId,
  days,
}: {
  registrationId: string;
  days: readonly { id: string; day: Day; title: string }[];
}) {
  const [state, send] = useActionState(declareDaysAction, {});
  return (
    <form action={send} noValidate className="flex flex-col gap-6">
      <FormMessage state={state} />
      <input type="hidden" name="registrationId" value={registrationId} />
      <DayChoice legend="Which days did you add?" days={days} state={state} />
      <SubmitButton pendingLabel="Saving…">My days changed onsite</SubmitButton>
    </form>
  );
}
