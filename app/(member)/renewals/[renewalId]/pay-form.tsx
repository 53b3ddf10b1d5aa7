"use client";

import { useActionState } from "react";
import { FormMessage } from "@/components/form-message";
import { SubmitButton } from "@/components/submit-button";
import { openPaymentAction } from "./pay-actions";

/** Leads to the payment provider's page. */
export function PayForm({
  renewalId,
  invoiceId,
  amount,
  isNext,
}: {
  renewalId: string;
  invoiceId: string;
  amount: string;
  /** Whether this is the step to do now. */
  isNext: boolean;
}) {
  const [state, open] = useActionState(openPaymentAction, {});
  return (
    <form action={open} className="flex flex-col items-start gap-4">
      <FormMessage state={state} />
      <input type="hidden" name="renewalId" value={renewalId} />
      <input type="hidden" name="invoiceId" value={invoiceId} />
      <SubmitButton
        variant={isNext ? "primary" : "secondary"}
        pendingLabel="Opening the payment page…"
      >
        Pay {amount}
      </SubmitButton>
    </form>
  );
}
