"use client";

import type { Route } from "next";
import { useActionState } from "react";
import { FormMessage } from "@/components/form-message";
import { SubmitButton } from "@/components/submit-button";
import { TextLink } from "@/components/text-link";
import { TextareaField } from "@/components/textarea-field";
import { requestCorrectionAction } from "./actions";

export function CorrectionForm({ registrationId, back }: { registrationId: string; back: Route }) {
  const [state, send] = useActionState(requestCorrectionAction, {});
  return (
    <form action={send} noValidate className="flex flex-col gap-6">
      <FormMessage state={state} />
      <input type="hidden" name="registrationId" value={registrationId} />
      <TextareaField
        name="message"
        label="What should be corrected?"
        description="Name the day, the amount it should be, and why."
        rows={5}
        required
        state={state}
      />
      <div className="flex flex-wrap items-center gap-4">
        <SubmitButton pendingLabel="Sending…">Send request</SubmitButton>
        <TextLink href={back}>Go back</TextLink>
      </div>
    </form>
  );
}
