"use client";

import { useActionState } from "react";
import { ButtonLink } from "@/components/button-link";
import { ChoiceBoxes } from "@/components/choice-boxes";
import { Field } from "@/components/field";
import { FieldError } from "@/components/field-error";
import { FormMessage } from "@/components/form-message";
import { SelectField } from "@/components/select-field";
import { SubmitButton } from "@/components/submit-button";
import { newVersionPath, programPath } from "@/lib/addresses";
import { keptList } from "@/lib/form-state";
import { SOURCES } from "@/lib/programs/wording";
import type { RuleDraft } from "@/lib/rule-drafts/schema";
import { previewVersion } from "./actions";
import { CapRows } from "./cap-rows";
import { GROUPS, type Group } from "./fields";
import { FormatDates } from "./format-dates";

const sources = Object.entries(SOURCES).map(([value, label]) => ({ value, label }));

export function VersionForm({
  draft,
  formats,
  creditTypes,
}: {
  draft: RuleDraft;
  formats: readonly string[];
  creditTypes: readonly string[];
}) {
  const [state, action] = useActionState(previewVersion, {}, newVersionPath(draft.programCode));

  const fields = ({ title, fields }: Group) => (
    <fieldset key={title} className="flex flex-col gap-4">
      <legend className="pb-3 text-title font-semibold">{title}</legend>
      <div className="grid max-w-200 items-start gap-x-8 gap-y-4 md:grid-cols-2">
        {fields.map(({ name, options, isOptional, isBesideTwo, type = "amount", ...told }) => (
          <div key={name} className={isBesideTwo ? "md:row-span-2" : undefined}>
            {options ? (
              <SelectField
                name={name}
                {...told}
                options={options}
                defaultValue={draft[name]}
                state={state}
              />
            ) : (
              <Field
                name={name}
                {...told}
                type={type === "date" ? "date" : "text"}
                width={type}
                inputMode={type === "amount" ? "decimal" : undefined}
                defaultValue={draft[name]}
                required={!isOptional}
                state={state}
              />
            )}
          </div>
        ))}
      </div>
    </fieldset>
  );

  return (
    <form action={action} noValidate className="flex flex-col gap-8">
      <FormMessage state={state} />
      <input type="hidden" name="programCode" value={draft.programCode} />
      {GROUPS.map(fields)}
      <fieldset className="flex flex-col gap-4">
        <legend className="pb-3 text-title font-semibold">What counts</legend>
        <ChoiceBoxes
          legend="Accepted sources"
          name="sources"
          choices={sources}
          chosen={keptList(state, "sources") ?? draft.sources}
          error={state.errors?.sources}
        />
        <ChoiceBoxes
          legend="Credit types that don’t count"
          name="creditTypesRefused"
          choices={creditTypes.map((value) => ({ value, label: value }))}
          chosen={keptList(state, "creditTypesRefused") ?? draft.creditTypesRefused}
          error={state.errors?.creditTypesRefused}
        />
        <FormatDates draft={draft} formats={formats} state={state} />
      </fieldset>
      <fieldset className="flex flex-col gap-4" aria-describedby="caps-error">
        <legend className="pb-3 text-title font-semibold">Maximums</legend>
        <p className="measure text-body text-muted">
          Of two that cover the same credit, one must contain the other. Three free rows follow; a
          preview leaves room for more.
        </p>
        <FieldError id="caps" wrong={state.errors?.caps} />
        <CapRows draft={draft} formats={formats} state={state} />
      </fieldset>
      <div className="flex flex-wrap items-center gap-4">
        <SubmitButton pendingLabel="Beginning…">Preview what it does</SubmitButton>
        <ButtonLink href={programPath(draft.programCode)} variant="quiet">
          Cancel
        </ButtonLink>
      </div>
    </form>
  );
}
