"use client";

import { useActionState } from "react";
import { FormMessage } from "@/components/form-message";
import { SubmitButton } from "@/components/submit-button";
import { TextareaField } from "@/components/textarea-field";
import { resolvePaymentAction } from "./actions";

export function ResolveForm({ paymentId }: { paymentId: string }) {
  const [state, resolve] = useActionState(resolvePaymentAction, {});
  return (
    <form action={resolve} noValidate className="flex flex-col gap-4">
      <FormMessage state={state} />
      <input type="hidden" name="paymentId" value={paymentId} />
      <TextareaField
        name="note"
        label="What was done about it"
        description="The payment is listed no more, and pays no invoice."
        rows={2}
        state={state}
        required
      />
      <div>
        <SubmitButton variant="secondary">Resolve without a refund</SubmitButton>
      </div>
    </form>
  );
}
