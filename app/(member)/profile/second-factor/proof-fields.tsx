import { Field } from "@/components/field";
import type { FormState } from "@/lib/form-state";

/** The password and a code, once more; `idFor` keeps two such forms of a page apart. */
export function ProofFields({ state, idFor }: { state: FormState; idFor: string }) {
  return (
    <>
      <Field
        id={`${idFor}-password`}
        name="password"
        type="password"
        label="Password"
        state={state}
        required
        autoComplete="current-password"
      />
      <Field
        id={`${idFor}-code`}
        name="code"
        label="Code"
        description="From your app, or a recovery code."
        state={state}
        required
        width="half"
        autoComplete="one-time-code"
      />
    </>
  );
}
