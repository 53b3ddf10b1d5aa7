"use client";

import { useActionState } from "react";
import { OfferedForm } from "@/components/offered-form";
import { SubmitButton } from "@/components/submit-button";
import { TextareaField } from "@/components/textarea-field";
import { requestRefundAction } from "./actions";

export function RefundForm({
  paymentId,
  amount,
  isOffered,
}: {
  paymentId: string;
  amount: string;
  isOffered: boolean;
}) {
  const [state, request] = useActionState(requestRefundAction, {});
  return (
    <OfferedForm state={state} isOffered={isOffered} typed="reason">
      <form action={request} noValidate className="flex flex-col gap-4">
        <input type="hidden" name="paymentId" value={paymentId} />
        <TextareaField
          name="reason"
          label="Reason for the refund"
          description="Kept in the audit log. A refund can't be undone."
          rows={2}
          state={state}
          required
        />
        <div>
          <SubmitButton variant="danger">Refund {amount}</SubmitButton>
        </div>
      </form>
    </OfferedForm>
  );
}
