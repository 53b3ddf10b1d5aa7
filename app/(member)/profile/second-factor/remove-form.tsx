"use client";

import { useActionState } from "react";
import { Field } from "@/components/field";
import { FormMessage } from "@/components/form-message";
import { SubmitButton } from "@/components/submit-button";
import type { FormState } from "@/lib/form-state";
import { remove } from "./actions";

export function RemoveForm() {
  const [state, action] = useActionState<FormState, FormData>(remove, {});
  return (
    <form action={action} noValidate className="flex max-w-120 flex-col gap-4">
      <FormMessage state={state} />
      <Field
        name="password"
        type="password"
        label="Password"
        state={state}
        required
        autoComplete="current-password"
      />
      <Field
        name="code"
        label="Code"
        description="From your app, or a recovery code."
        state={state}
        required
        width="half"
        autoComplete="one-time-code"
      />
      <div>
        <SubmitButton variant="secondary" pendingLabel="Turning it off…">
          Turn it off
        </SubmitButton>
      </div>
    </form>
  );
}
