"use client";

import { useActionState } from "react";
import { Field } from "@/components/field";
import { FormMessage } from "@/components/form-message";
import { SubmitButton } from "@/components/submit-button";
import { TextLink } from "@/components/text-link";
import type { FormState } from "@/lib/form-state";
import { login } from "./actions";

export function LoginForm({ next }: { next: string | null }) {
  const [state, action] = useActionState<FormState, FormData>(login, {});
  return (
    <form action={action} noValidate className="flex max-w-120 flex-col gap-6">
      <FormMessage state={state} />
      {next ? <input type="hidden" name="next" value={next} /> : null}
      <Field
        name="login"
        label="Email address, member number or username"
        state={state}
        required
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
      />
      <Field
        name="password"
        type="password"
        label="Password"
        state={state}
        required
        autoComplete="current-password"
      />
      <div className="flex flex-col items-start gap-4">
        <SubmitButton pendingLabel="Logging in…">Login</SubmitButton>
        <TextLink href="/forgot-password">Forgot Password?</TextLink>
      </div>
    </form>
  );
}
