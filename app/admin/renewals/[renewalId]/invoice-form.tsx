"use client";

import { useActionState } from "react";
import { ChoiceBoxes } from "@/components/choice-boxes";
import { Field } from "@/components/field";
import { FormMessage } from "@/components/form-message";
import { SubmitButton } from "@/components/submit-button";
import { TextareaField } from "@/components/textarea-field";
import { plainMoney, printCredits } from "@/lib/credits/amount";
import { type FormState, keptList } from "@/lib/form-state";
import { replaceInvoiceAction } from "./actions";

type Asked = {
  number: number;
  requiredCredits: number;
  minimumCredits: number;
  lateFee: number;
  /** Cents, added to its fees or taken off, and why. */
  adjustment: number;
  reason: string | null;
};

/** Another invoice in the place of this one, with the next number. It says the same, where left alone. */
export function InvoiceForm({
  renewalId,
  invoice,
  late,
}: {
  renewalId: string;
  invoice: Asked;
  /** Credentials that came later and may get onto it, by cycle. */
  late: readonly { value: string; label: string }[];
}) {
  const [state, replace] = useActionState<FormState, FormData>(replaceInvoiceAction, {});
  return (
    <form action={replace} noValidate className="flex max-w-120 flex-col gap-4">
      <FormMessage state={state} />
      <input type="hidden" name="renewalId" value={renewalId} />
      <input type="hidden" name="seen" value={invoice.number} />
      {late.length > 0 ? (
        <ChoiceBoxes
          legend="Came later"
          description="What you tick has a line on the new invoice."
          name="joining"
          choices={late}
          chosen={keptList(state, "joining") ?? []}
          error={state.errors?.joining}
        />
      ) : null}
      <Field
        name="requiredCredits"
        label="CECs required"
        state={state}
        required
        inputMode="decimal"
        width="amount"
        defaultValue={printCredits(invoice.requiredCredits)}
      />
      <Field
        name="minimumCredits"
        label="In-network minimum"
        state={state}
        required
        inputMode="decimal"
        width="amount"
        defaultValue={printCredits(invoice.minimumCredits)}
      />
      <Field
        name="adjustment"
        label="Added to the fees"
        description="Less than 0 takes off: -25."
        state={state}
        required
        width="amount"
        defaultValue={plainMoney(invoice.adjustment)}
      />
      <Field
        name="lateFee"
        label="Late fee"
        state={state}
        required
        inputMode="decimal"
        width="amount"
        defaultValue={printCredits(invoice.lateFee)}
      />
      <TextareaField
        // Two forms of the page ask for a reason.
        id="invoice-reason"
        name="reason"
        label="Reason for the change"
        state={state}
        required
        rows={2}
        defaultValue={invoice.reason ?? ""}
      />
      <div>
        <SubmitButton variant="secondary" pendingLabel="Issuing…">
          Issue a new invoice
        </SubmitButton>
      </div>
    </form>
  );
}
