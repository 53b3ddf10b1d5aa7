"use client";

import type { Route } from "next";
import { useActionState } from "react";
import { Field } from "@/components/field";
import { FormMessage } from "@/components/form-message";
import { SelectField } from "@/components/select-field";
import { SubmitButton } from "@/components/submit-button";
import { TextLink } from "@/components/text-link";
import { TextareaField } from "@/components/textarea-field";
import { reportingFormPath } from "@/lib/addresses";
import type { FormState } from "@/lib/form-state";
import { SAVED_ALREADY } from "@/lib/reporting-forms/rules";
import { OTHER_PROVIDER } from "@/lib/reports/rules";
import { saveFormAction } from "./actions";
import { TimeFields } from "./time-fields";

/** The CEC Reporting Form as the association prints it. */
export function FillInForm({
  formId,
  version,
  start,
  choices,
  windowWords,
  back,
}: {
  formId: string;
  /** 0: not saved yet. */
  version: number;
  start: FormState;
  choices: {
    categories: readonly string[];
    providers: readonly { id: string; name: string }[];
    rate: { increment: number; minutesPerCredit: number };
  };
  /** When credit must be earned. */
  windowWords: string;
  back: Route;
}) {
  const [state, save] = useActionState(saveFormAction, start);
  // What was sent stays the same form, though the page would begin another when it is drawn again.
  const id = state.values?.formId ?? formId;
  return (
    <form action={save} noValidate className="flex flex-col gap-6">
      <FormMessage state={state} />
      {state.message === SAVED_ALREADY ? (
        <p>
          <TextLink href={reportingFormPath(id)}>Open the saved form</TextLink>
        </p>
      ) : null}
      <input type="hidden" name="formId" value={id} />
      <input type="hidden" name="version" value={version} />
      <Field
        name="earnedOn"
        label="Date"
        description={`Such as 3/14/2026 (month first), 14 Mar 2026 or 2026-03-14. ${windowWords}`}
        width="date"
        autoComplete="off"
        required
        state={state}
      />
      <SelectField
        name="category"
        label="Category"
        required
        state={state}
        options={[
          { value: "", label: "Choose a category" },
          ...choices.categories.map((name) => ({ value: name, label: name })),
        ]}
      />
      <TimeFields state={state} rate={choices.rate} />
      <Field
        name="title"
        label="Title"
        description="The class, the committee, or what you volunteered for."
        required
        state={state}
      />
      <SelectField
        name="provider"
        label="Organization"
        description="Who held it. If you do not see it, choose Other and type it below."
        required
        state={state}
        options={[
          { value: "", label: "Choose an organization" },
          ...choices.providers.map(({ id, name }) => ({ value: id, label: name })),
          { value: OTHER_PROVIDER, label: "Other" },
        ]}
      />
      <div className="in-[form:has(option[value=other]:not(:checked))]:hidden">
        <Field
          name="providerOther"
          label="Other organization"
          description="Required when you chose Other."
          state={state}
        />
      </div>
      <TextareaField
        name="description"
        label="Description"
        description="What you did, for those who verify it."
        rows={3}
        required={false}
        state={state}
      />
      <div className="flex flex-wrap items-center gap-4">
        <SubmitButton pendingLabel="Saving…">Save and continue</SubmitButton>
        <TextLink href={back}>Cancel</TextLink>
      </div>
    </form>
  );
}
