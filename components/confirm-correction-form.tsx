"use client";

import { useActionState } from "react";
import type { FormState } from "@/lib/form-state";
import { FormMessage } from "./form-message";
import { SubmitButton } from "./submit-button";
import { TextareaField } from "./textarea-field";

/** The last step of an act of staff: its reason. What was looked at goes along as it was. */
export function ConfirmCorrectionForm({
  action,
  fields,
  label,
  variant = "primary",
}: {
  action: (state: FormState, form: FormData) => Promise<FormState>;
  /** `of` tells apart those of one name. */
  fields: readonly { name: string; value: string; of?: string }[];
  label: string;
  variant?: "primary" | "danger";
}) {
  const [state, save] = useActionState(action, {});
  const { reason, ...others } = state.errors ?? {};
  // What was wrong with a field that cannot be changed here is said above.
  const message = state.message ?? Object.values(others)[0];
  return (
    <form action={save} noValidate className="flex flex-col items-start gap-4">
      <FormMessage state={{ ...state, message }} />
      {fields.map(({ name, value, of = "" }) => (
        <input key={`${name} ${of}`} type="hidden" name={name} value={value} />
      ))}
      <TextareaField
        name="reason"
        label="Reason"
        description="The member reads it."
        rows={3}
        required
        state={state}
      />
      <SubmitButton variant={variant} pendingLabel="Saving…">
        {label}
      </SubmitButton>
    </form>
  );
}
