"use client";

import { useActionState } from "react";
import { Field } from "@/components/field";
import { FormMessage } from "@/components/form-message";
import { SubmitButton } from "@/components/submit-button";
import type { FormState } from "@/lib/form-state";
import { begin } from "./actions";

/** `isAgain`: a secret is shown already, and this one would take its place. */
export function BeginForm({ isAgain }: { isAgain: boolean }) {
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
        <SubmitButton variant={isAgain ? "secondary" : "primary"} pendingLabel="Making a secret…">
          {isAgain ? "Make a new secret" : "Set up a second factor"}
        </SubmitButton>
      </div>
    </form>
  );
}
