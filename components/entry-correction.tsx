import type { Route } from "next";
import Form from "next/form";
import type { CycleEffect } from "@/lib/corrections/rules";
import type { TypedFields } from "@/lib/entry-corrections/schema";
import type { FormState } from "@/lib/form-state";
import { OTHER_PROVIDER } from "@/lib/reports/rules";
import { ConfirmCorrectionForm } from "./confirm-correction-form";
import { CorrectionEffect } from "./correction-effect";
import { DataTable } from "./data-table";
import { Field } from "./field";
import { SelectField } from "./select-field";
import { SubmitButton } from "./submit-button";

/** An accepted entry's fields; asked for, old beside new and what that does; then its reason. */
export function EntryCorrection({
  path,
  desk,
  about,
  action,
}: {
  path: Route;
  desk: {
    typed: TypedFields;
    errors: Readonly<Record<string, string>>;
    choices: {
      formats: readonly string[];
      creditTypes: readonly string[];
      providers: readonly { id: string; name: string }[];
    };
    effect: {
      changes: readonly { name: string; from: string; to: string }[];
      cycles: readonly CycleEffect[];
    } | null;
  };
  /** Goes along with the correction: which entry, which request. */
  about: Readonly<Record<string, string>>;
  action: (state: FormState, form: FormData) => Promise<FormState>;
}) {
  const { typed, errors, choices, effect } = desk;
  const field = (name: keyof TypedFields) => ({
    name,
    defaultValue: typed[name],
    error: errors[name],
  });
  return (
    <>
      <Form action={path} className="flex flex-col items-start gap-6">
        <h2>Correct the entry</h2>
        <Field {...field("earnedOn")} label="Date Earned" width="date" />
        <SelectField {...field("format")} label="Format" options={choices.formats.map(named)} />
        <Field {...field("credits")} label="Credits" width="amount" inputMode="decimal" />
        <SelectField
          {...field("creditType")}
          label="Credit Type"
          options={choices.creditTypes.map(named)}
        />
        <Field
          {...field("courseNumber")}
          label="Education Provider Program Course Number"
          width="half"
          required={false}
        />
        <SelectField
          {...field("provider")}
          label="Provider/Organization"
          options={[
            ...choices.providers.map(({ id, name }) => ({ value: id, label: name })),
            { value: OTHER_PROVIDER, label: "Other" },
          ]}
        />
        <Field
          {...field("providerOther")}
          label="Provider/Organization Other"
          description="Required when you chose Other."
        />
        <Field {...field("title")} label="Course Name" />
        <SubmitButton variant={effect ? "secondary" : "primary"}>Show what it changes</SubmitButton>
      </Form>
      {effect ? (
        <>
          <DataTable
            caption="Old beside new"
            rows={effect.changes}
            rowKey={({ name }) => name}
            columns={[
              { key: "name", header: "Field", rowHeader: true, cell: ({ name }) => name },
              { key: "from", header: "Stands now", cell: ({ from }) => from },
              { key: "to", header: "Corrected to", cell: ({ to }) => to },
            ]}
          />
          <CorrectionEffect cycles={effect.cycles} certificate={null} />
          <ConfirmCorrectionForm
            action={action}
            label="Correct the entry"
            fields={[
              ...Object.entries(about).map(([name, value]) => ({ name, value })),
              ...Object.entries(typed).map(([name, value]) => ({ name, value })),
            ]}
          />
        </>
      ) : null}
    </>
  );
}

const named = (name: string) => ({ value: name, label: name });
