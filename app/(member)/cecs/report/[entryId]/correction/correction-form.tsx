"use client";

import type { Route } from "next";
import { useActionState } from "react";
import { FormMessage } from "@/components/form-message";
import { SubmitButton } from "@/components/submit-button";
import { TextLink } from "@/components/text-link";
import { TextareaField } from "@/components/textarea-field";
import { requestEntryCorrectionAction } from "./actions";

export function CorrectionForm({ entryId, back }: { entryId: string; back: Route }) {
  const [state, send] = useActionState(requestEntryCorrectionAction, {});
  return (
    <form action={send} noValidate className="flex flex-col gap-6">
      <FormMessage state={state} />
      <input type="hidden" name="entryId" value={entryId} />
      <TextareaField
        name="message"
        label="What should be corrected?"
        description="Say what is wrong, what it should be, and why."
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
