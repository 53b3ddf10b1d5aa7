"use client";

import { useActionState } from "react";
import { Field } from "@/components/field";
import { FormMessage } from "@/components/form-message";
import { SubmitButton } from "@/components/submit-button";
import { TextLink } from "@/components/text-link";
import type { FormState } from "@/lib/form-state";
import { enterCode } from "./actions";

export function CodeForm({ next }: { next: string | null }) {
  const [state, action] = useActionState<FormState, FormData>(enterCode, {});
  return (
    <form action={action} noValidate className="flex max-w-120 flex-col gap-6">
      <FormMessage state={state} />
      {next ? <input type="hidden" name="next" value={next} /> : null}
      <Field
        name="code"
        label="Code"
        description="The six digits that your app shows now, or one of your recovery codes."
        state={state}
        required
        width="half"
        autoComplete="one-time-code"
        autoCapitalize="characters"
        spellCheck={false}
      />
      <div className="flex flex-col items-start gap-4">
        <SubmitButton pendingLabel="Checking…">Go on</SubmitButton>
        <TextLink href="/login">Log in as somebody else</TextLink>
      </div>
    </form>
  );
}
