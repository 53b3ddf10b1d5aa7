"use client";

import { useActionState } from "react";
import { FormMessage } from "@/components/form-message";
import { SubmitButton } from "@/components/submit-button";
import type { FormState } from "@/lib/form-state";
import { signOutEverywhere } from "./actions";

export function SignOutForm() {
  const [state, action] = useActionState<FormState, FormData>(signOutEverywhere, {});
  return (
    <form action={action} className="flex flex-col gap-4">
      <FormMessage state={state} />
      <p className="measure text-body text-muted">
        Ends your session on every device and in every browser, this one too.
      </p>
      <div>
        <SubmitButton variant="secondary" pendingLabel="Signing out…">
          Sign out everywhere
        </SubmitButton>
      </div>
    </form>
  );
}
