import Form from "next/form";
import { Field } from "@/components/field";
import { FormMessage } from "@/components/form-message";
import { SelectField } from "@/components/select-field";
import { SubmitButton } from "@/components/submit-button";
import { drawPath } from "@/lib/addresses";
import type { FormState } from "@/lib/form-state";

const UNITS = [
  { value: "percent", label: "percent" },
  { value: "renewals", label: "renewals" },
];

/** What to draw from; its answer is an address, so that a preview can be shown to a colleague. */
export function CriteriaForm({
  programs,
  seed,
  state,
}: {
  programs: readonly { value: string; label: string }[];
  /** The one proposed. */
  seed: string;
  state: FormState;
}) {
  return (
    <Form action={drawPath()} className="flex flex-col gap-6" noValidate>
      <FormMessage state={state} />
      <SelectField
        name="program"
        label="Program"
        options={[{ value: "", label: "All" }, ...programs]}
        state={state}
      />
      <div className="flex flex-wrap gap-x-6 gap-y-4 *:w-auto">
        <Field
          name="from"
          type="date"
          width="date"
          label="Due from"
          required={false}
          state={state}
        />
        <Field name="to" type="date" width="date" label="Due to" required={false} state={state} />
      </div>
      <div className="flex flex-wrap gap-x-6 gap-y-4 *:w-auto">
        <Field
          name="size"
          label="How many"
          width="amount"
          inputMode="numeric"
          defaultValue="5"
          required
          autoComplete="off"
          state={state}
        />
        <SelectField name="unit" label="Counted in" options={UNITS} state={state} />
      </div>
      <Field
        name="seed"
        label="Seed"
        width="half"
        description="Proposed at random. Type another, such as the numbers of a public lottery, if you like."
        defaultValue={seed}
        required
        autoComplete="off"
        state={state}
      />
      <div>
        <SubmitButton variant="secondary">Preview</SubmitButton>
      </div>
    </Form>
  );
}
