"use client";

import { useActionState } from "react";
import { FormMessage } from "@/components/form-message";
import { SubmitButton } from "@/components/submit-button";
import type { FormState } from "@/lib/form-state";
import { remove } from "./actions";
import { ProofFields } from "./proof-fields";

export function RemoveForm() {
  const [state, action] = useActionState<FormState, FormData>(remove, {});
  return (
    <form action={action} noValidate className="flex max-w-120 flex-col gap-4">
      <FormMessage state={state} />
      <ProofFields state={state} idFor="remove" />
      <div>
        <SubmitButton variant="secondary" pendingLabel="Turning it off…">
          Turn it off
        </SubmitButton>
      </div>
    </form>
  );
}
