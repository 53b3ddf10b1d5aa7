"use client";

import { useActionState } from "react";
import { Field } from "@/components/field";
import { FormMessage } from "@/components/form-message";
import { SubmitButton } from "@/components/submit-button";
import { TextLink } from "@/components/text-link";
import type { FormState } from "@/lib/form-state";
import { setNewPassword } from "./actions";

export function ResetForm({ token }: { token: string }) {
  const [state, action] = useActionState<FormState, FormData>(setNewPassword, {});
  return (
    <form action={action} noValidate className="flex max-w-120 flex-col gap-6">
      <FormMessage state={state} />
      <input type="hidden" name="link" value={token} />
      <Field
        name="password"
        type="password"
        label="New password"
        description="At least 10 characters. A few words in a row are easy to remember and hard to guess."
        state={state}
        required
        autoComplete="new-password"
      />
      <Field
        name="passwordAgain"
        type="password"
        label="New password, once more"
        state={state}
        required
        autoComplete="new-password"
      />
      <div className="flex flex-wrap items-center gap-4">
        <SubmitButton pendingLabel="Setting the password…">Set New Password</SubmitButton>
        <TextLink href="/forgot-password">Ask for a new link</TextLink>
      </div>
    </form>
  );
}
