"use client";

import { useActionState } from "react";
import type { Day } from "@/lib/calendar";
import type { FormState } from "@/lib/form-state";
import { DayChoice } from "./day-choice";
import { FormMessage } from "./form-message";
import { SubmitButton } from "./submit-button";

/** Which days it was; `of` names the field that says of what: the event or the registration. */
export function OnsiteDaysForm({
  action,
  of,
  chosen,
  legend,
  submitLabel,
}: {
  action: (state: FormState, form: FormData) => Promise<FormState>;
  of: "eventId" | "registrationId";
  chosen: { id: string; days: readonly { id: string; day: Day; title: string }[] };
  legend: string;
  submitLabel: string;
}) {
  const [state, send] = useActionState(action, {});
  return (
    <form action={send} noValidate className="flex flex-col gap-6">
      <FormMessage state={state} />
      <input type="hidden" name={of} value={chosen.id} />
      <DayChoice legend={legend} days={chosen.days} state={state} />
      <SubmitButton pendingLabel="Saving…">{submitLabel}</SubmitButton>
    </form>
  );
}
