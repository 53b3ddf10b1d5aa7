import { Field } from "@/components/field";
import { SelectField } from "@/components/select-field";
import type { FormState } from "@/lib/form-state";
import { OTHER_PROVIDER } from "@/lib/reports/rules";

export type ProviderChoice = { id: string; name: string };

/** The common providers, then Other, which asks for a name. */
export function ProviderFields({
  state,
  providers,
}: {
  state: FormState;
  providers: readonly ProviderChoice[];
}) {
  return (
    <>
      <SelectField
        name="provider"
        label="Provider/Organization"
        description="If you do not see yours, choose Other and type it below."
        required
        state={state}
        options={[
          { value: "", label: "Choose a provider" },
          ...providers.map(({ id, name }) => ({ value: id, label: name })),
          { value: OTHER_PROVIDER, label: "Other" },
        ]}
      />
      <div className="in-[form:has(option[value=other]:not(:checked))]:hidden">
        <Field
          name="providerOther"
          label="Provider/Organization Other"
          description="Required when you chose Other."
          state={state}
        />
      </div>
    </>
  );
}
