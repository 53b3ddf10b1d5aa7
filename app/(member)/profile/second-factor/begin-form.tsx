"use client";

import { useActionState } from "react";
import { Field } from "@/components/field";
import { FormMessage } from "@/components/form-message";
import { SubmitButton } from "@/components/submit-button";
import type { FormState } from "@/lib/form-state";
import { begin } from "./actions";

export function BeginForm() {
  const [state, action] = useActionState<FormState, FormData>(begin, {});
  return (
    <form action={action} noValidate className="flex max-w-120 flex-col gap-4">
      <FormMessage state={state} />
      <Field
        name="password"
        type="password"
        label="Password"
        description="Once more, so that nobody else sets it up."
        state={state}
        required
        autoComplete="current-password"
      />
      <div>
        <SubmitButton pendingLabel="Making a secret…">Set up a second factor</SubmitButton>
      </div>
    </form>
  );
}
