"use client";

import { useActionState } from "react";
import { Field } from "@/components/field";
import { FormMessage } from "@/components/form-message";
import { SubmitButton } from "@/components/submit-button";
import { TextLink } from "@/components/text-link";
import type { FormState } from "@/lib/form-state";
import { confirmReset } from "./actions";

export function EmailForm({ account }: { account: string }) {
  const [state, action] = useActionState<FormState, FormData>(confirmReset, {});
  return (
    <form action={action} noValidate className="flex max-w-120 flex-col gap-6">
      <FormMessage state={state} />
      <input type="hidden" name="account" value={account} />
      <Field
        name="email"
        type="email"
        label="Email address"
        description="The one that we have on record for you."
        state={state}
        required
        autoComplete="email"
        spellCheck={false}
      />
      <div className="flex flex-wrap items-center gap-4">
        <SubmitButton pendingLabel="Submitting…">Submit</SubmitButton>
        <TextLink href="/forgot-password">Go back</TextLink>
      </div>
    </form>
  );
}
