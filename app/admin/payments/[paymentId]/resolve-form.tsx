"use client";

import { useActionState } from "react";
import { OfferedForm } from "@/components/offered-form";
import { SubmitButton } from "@/components/submit-button";
import { TextareaField } from "@/components/textarea-field";
import { resolvePaymentAction } from "./actions";

export function ResolveForm({ paymentId, isOffered }: { paymentId: string; isOffered: boolean }) {
  const [state, resolve] = useActionState(resolvePaymentAction, {});
  return (
    <OfferedForm state={state} isOffered={isOffered} typed="note">
      <form action={resolve} noValidate className="flex flex-col gap-4">
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
    </OfferedForm>
  );
}
