"use client";

import { useActionState } from "react";
import { AskTouched } from "@/components/ask-touched";
import { ButtonLink } from "@/components/button-link";
import { Field } from "@/components/field";
import { FormMessage } from "@/components/form-message";
import { OpenedWith } from "@/components/opened-with";
import { SelectField } from "@/components/select-field";
import { SubmitButton } from "@/components/submit-button";
import { TextareaField } from "@/components/textarea-field";
import { eventDeskPath } from "@/lib/addresses";
import { AUDIENCE_WORDS } from "@/lib/event-checks/rules";
import { capital } from "@/lib/sentences";
import { add, change } from "./actions";

type Typed = {
  creditTypeName: string;
  audience: string;
  maximum: string;
  approvalNumber: string;
  statement: string;
};

const AUDIENCES = Object.entries(AUDIENCE_WORDS).map(([value, words]) => ({
  value,
  label: capital(words),
}));

export function DesignationForm({
  eventId,
  version,
  designationId,
  creditTypes,
  designation,
}: {
  eventId: string;
  version: number;
  /** Absent: a new one. */
  designationId?: string;
  creditTypes: readonly string[];
  designation: Typed;
}) {
  const [state, action] = useActionState(designationId ? change : add, {});
  return (
    <form action={action} noValidate className="flex max-w-160 flex-col gap-6">
      <FormMessage state={state} />
      <AskTouched state={state} effect="their certificates will name the new maximum" />
      <input type="hidden" name="eventId" value={eventId} />
      <OpenedWith state={state} seen={{ version }} fields={designation} />
      {designationId ? (
        <input type="hidden" name="designationId" value={designationId} />
      ) : (
        <>
          <SelectField
            name="creditTypeName"
            label="Credit Type"
            state={state}
            defaultValue={designation.creditTypeName}
            options={creditTypes.map((name) => ({ value: name, label: name }))}
            required
          />
          <SelectField
            name="audience"
            label="For"
            state={state}
            defaultValue={designation.audience}
            options={AUDIENCES}
            required
          />
        </>
      )}
      <Field
        name="maximum"
        width="amount"
        label="Maximum"
        inputMode="decimal"
        state={state}
        defaultValue={designation.maximum}
        required
      />
      <Field
        name="approvalNumber"
        width="half"
        label="Approval number"
        state={state}
        defaultValue={designation.approvalNumber}
        required={false}
      />
      <TextareaField
        name="statement"
        label="Statement"
        description="Filled in for you: {provider}, {format}, {maximum}, {approval_number}."
        state={state}
        defaultValue={designation.statement}
        required={false}
      />
      <div className="flex flex-wrap items-center gap-4">
        <SubmitButton pendingLabel="Saving…">
          {state.touched ? "Save it all the same" : "Save"}
        </SubmitButton>
        <ButtonLink href={eventDeskPath(eventId)} variant="quiet">
          Cancel
        </ButtonLink>
      </div>
    </form>
  );
}
