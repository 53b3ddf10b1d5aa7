"use client";

import { useActionState } from "react";
import { Field } from "@/components/field";
import { FormMessage } from "@/components/form-message";
import { SubmitButton } from "@/components/submit-button";
import { resolveNewsAction } from "./actions";

export function ResolveNewsForm({ gateway, eventName }: { gateway: string; eventName: string }) {
  const [state, resolve] = useActionState(resolveNewsAction, {});
  return (
    <form action={resolve} noValidate className="flex flex-col items-start gap-3">
      <FormMessage state={state} />
      <input type="hidden" name="gateway" value={gateway} />
      <input type="hidden" name="eventName" value={eventName} />
      <Field
        name="note"
        id={`note-${eventName}`}
        label="What was done about it"
        state={state}
        required
      />
      <SubmitButton variant="secondary" size="compact">
        Resolve
      </SubmitButton>
    </form>
  );
}
