"use client";

import { useActionState } from "react";
import { Field } from "@/components/field";
import { FormMessage } from "@/components/form-message";
import { SubmitButton } from "@/components/submit-button";
import type { FormState } from "@/lib/form-state";
import { confirm } from "./actions";

/**
 * Asks for the first code; afterwards, in its place, the recovery codes: they stand in the answer to
 * this form alone.
 */
export function ConfirmForm({ isAsked }: { isAsked: boolean }) {
  const [state, action] = useActionState<FormState, FormData>(confirm, {});
  return (
    <>
      <FormMessage state={state} />
      {state.shownOnce ? <RecoveryCodes codes={state.shownOnce} /> : null}
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

function RecoveryCodes({ codes }: { codes: readonly string[] }) {
  return (
    <section className="flex flex-col gap-3">
      <h2>Recovery codes</h2>
      <p className="measure">
        Print them or write them down now: they are not shown again. Each stands in for a code once,
        when you do not have your phone.
      </p>
      <ol className="grid max-w-120 list-inside list-decimal gap-2 tabular-nums sm:grid-cols-2">
        {codes.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ol>
    </section>
  );
}
