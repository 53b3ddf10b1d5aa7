"use client";

import { useActionState } from "react";
import { FormMessage } from "@/components/form-message";
import { SubmitButton } from "@/components/submit-button";
import type { FormState } from "@/lib/form-state";
import { renewCodes } from "./actions";
import { ProofFields } from "./proof-fields";
import { RecoveryCodes } from "./recovery-codes";

export function RenewCodesForm() {
  const [state, action] = useActionState<FormState, FormData>(renewCodes, {});
  return (
    <form action={action} noValidate className="flex max-w-120 flex-col gap-4">
      <FormMessage state={state} />
      <RecoveryCodes state={state} />
      <ProofFields state={state} idFor="renewCodes" />
      <div>
        <SubmitButton variant="secondary" pendingLabel="Making them…">
          Make new recovery codes
        </SubmitButton>
      </div>
    </form>
  );
}
