"use client";

import { useActionState } from "react";
import { Field } from "@/components/field";
import { FormMessage } from "@/components/form-message";
import { SubmitButton } from "@/components/submit-button";
import type { FormState } from "@/lib/form-state";
import { startReset } from "./actions";

export function AccountForm() {
  const [state, action] = useActionState<FormState, FormData>(startReset, {});
  return (
    <form action={action} noValidate className="flex max-w-120 flex-col gap-6">
      <FormMessage state={state} />
      <Field
        name="account"
        label="Enter your email address, ID/Member/E-associate #, or username"
        state={state}
        required
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
      />
      <div>
        <SubmitButton pendingLabel="Submitting…">Submit</SubmitButton>
      </div>
    </form>
  );
}
