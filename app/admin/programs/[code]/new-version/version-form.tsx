"use client";

import { useActionState } from "react";
import { ChoiceBoxes } from "@/components/choice-boxes";
import { Field } from "@/components/field";
import { FieldError } from "@/components/field-error";
import { FormMessage } from "@/components/form-message";
import { SelectField } from "@/components/select-field";
import { SubmitButton } from "@/components/submit-button";
import { newVersionPath } from "@/lib/addresses";
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
      <div className="grid items-end gap-4 md:grid-cols-2 xl:grid-cols-3">
        {fields.map(({ name, options, isOptional, type = "amount", ...told }) =>
          options ? (
            <SelectField
              key={name}
              name={name}
              {...told}
              options={options}
              defaultValue={draft[name]}
              state={state}
            />
          ) : (
            <Field
              key={name}
              name={name}
              {...told}
              type={type === "date" ? "date" : "text"}
              width={type}
              inputMode={type === "amount" ? "decimal" : undefined}
              defaultValue={draft[name]}
              required={!isOptional}
              state={state}
            />
          ),
        )}
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
      <div>
        <SubmitButton pendingLabel="Beginning…">Preview what it does</SubmitButton>
      </div>
    </form>
  );
}
