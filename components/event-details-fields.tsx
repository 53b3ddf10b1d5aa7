import type { FormState } from "@/lib/form-state";
import { Field } from "./field";
import { SelectField } from "./select-field";
import { TextareaField } from "./textarea-field";

export type Details = {
  code: string;
  title: string;
  activityTypeName: string;
  learningFormat: string;
  place: string;
  creditTypeName: string;
  accreditationStatement: string;
};

/** What an event is called and how it is approved: in the form of a new one and of a change. */
export function DetailsFields({
  state,
  details,
  activityTypes,
  creditTypes,
}: {
  state: FormState;
  details?: Details;
  activityTypes: readonly string[];
  creditTypes: readonly string[];
}) {
  const choices = (names: readonly string[]) => [
    ...(details ? [] : [{ value: "", label: "Choose" }]),
    ...names.map((name) => ({ value: name, label: name })),
  ];
  return (
    <>
      <Field
        name="code"
        label="Code"
        width="half"
        description="Used in import files, such as WINTER-2026."
        state={state}
        defaultValue={details?.code}
        required
      />
      <Field name="title" label="Title" state={state} defaultValue={details?.title} required />
      <SelectField
        name="activityTypeName"
        label="Activity Type"
        state={state}
        defaultValue={details?.activityTypeName ?? ""}
        options={choices(activityTypes)}
        required
      />
      <Field
        name="learningFormat"
        label="Learning format"
        width="half"
        description="As statements name it, such as live activity."
        state={state}
        defaultValue={details?.learningFormat}
        required
      />
      <Field
        name="place"
        label="Place"
        state={state}
        defaultValue={details?.place}
        required={false}
      />
      <SelectField
        name="creditTypeName"
        label="Credit Type"
        description="Sets the step for amounts, such as 0.25."
        state={state}
        defaultValue={details?.creditTypeName ?? ""}
        options={choices(creditTypes)}
        required
      />
      <TextareaField
        name="accreditationStatement"
        label="Accreditation statement"
        description="Filled in for you: {provider}, the association's name, and {format}."
        state={state}
        defaultValue={details?.accreditationStatement}
        required={false}
      />
    </>
  );
}
