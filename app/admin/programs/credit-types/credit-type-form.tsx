"use client";

import { useActionState } from "react";
import { CheckboxField } from "@/components/checkbox-field";
import { Field } from "@/components/field";
import { FormMessage } from "@/components/form-message";
import { SubmitButton } from "@/components/submit-button";
import type { CreditType } from "@/lib/credit-types/queries";
import { printCredits } from "@/lib/credits/amount";
import { add, change } from "./actions";

/** One credit type to change, or a new one. */
export function CreditTypeForm({
  creditType,
  seen,
  id,
}: {
  creditType?: CreditType;
  seen?: string;
  id: string;
}) {
  const [state, action] = useActionState(
    creditType ? change : add,
    {},
    "/admin/programs/credit-types",
  );
  const shown = [
    {
      name: "increment",
      label: "Increment",
      value: creditType ? printCredits(creditType.increment) : "0.25",
    },
    {
      name: "minutesPerCredit",
      label: "Minutes per credit",
      value: creditType?.minutesPerCredit ?? 60,
    },
    { name: "retentionYears", label: "Years kept", value: creditType?.retentionYears ?? "" },
    {
      name: "reportPosition",
      label: "Place when reporting",
      value: creditType?.reportPosition ?? "",
    },
  ];
  return (
    <form action={action} noValidate className="flex flex-col gap-3">
      <FormMessage state={state} />
      {creditType ? (
        <>
          <input type="hidden" name="name" value={creditType.name} />
          <input type="hidden" name="seen" value={seen} />
        </>
      ) : (
        <Field name="name" id={`${id}-name`} label="Name" width="half" state={state} required />
      )}
      <div className="flex flex-wrap items-end gap-x-6 gap-y-3">
        {shown.map(({ name, label, value }) => (
          <div key={name}>
            <Field
              name={name}
              id={`${id}-${name}`}
              label={label}
              width="amount"
              inputMode="decimal"
              defaultValue={value}
              state={state}
            />
          </div>
        ))}
        <CheckboxField
          name="physiciansOnly"
          id={`${id}-physiciansOnly`}
          label="Awarded to physicians alone"
          defaultChecked={creditType?.physiciansOnly}
          state={state}
        />
        <SubmitButton
          variant={creditType ? "secondary" : "primary"}
          size="compact"
          pendingLabel="Saving…"
          aria-label={creditType ? `Save ${creditType.name}` : undefined}
        >
          {creditType ? "Save" : "Add the credit type"}
        </SubmitButton>
      </div>
    </form>
  );
}
