"use client";

import { useActionState } from "react";
import { Field } from "@/components/field";
import { FormMessage } from "@/components/form-message";
import { SubmitButton } from "@/components/submit-button";
import type { FormState } from "@/lib/form-state";
import { confirm } from "./actions";
import { RecoveryCodes } from "./recovery-codes";

/**
 * Asks for the first code; afterwards, in its place, the recovery codes: they stand in the answer to
 * this form alone.
 */
export function ConfirmForm({ isAsked }: { isAsked: boolean }) {
  const [state, action] = useActionState<FormState, FormData>(confirm, {});
  return (
    <>
      <FormMessage state={state} />
      <RecoveryCodes state={state} />
      {isAsked ? (
        <form action={action} noValidate className="flex max-w-120 flex-col gap-4">
          <Field
            name="code"
            label="Code"
            description="The six digits that the app shows now."
            state={state}
            required
            width="half"
            inputMode="numeric"
            autoComplete="one-time-code"
          />
          <div>
            <SubmitButton pendingLabel="Checking…">Turn it on</SubmitButton>
          </div>
        </form>
      ) : null}
    </>
  );
}
