"use client";

import { useActionState } from "react";
import { Field } from "@/components/field";
import { FormMessage } from "@/components/form-message";
import { SubmitButton } from "@/components/submit-button";
import { programPath } from "@/lib/addresses";
import { addName } from "./actions";

export function NameForm({ programCode }: { programCode: string }) {
  const [state, action] = useActionState(addName, {}, programPath(programCode));
  return (
    <form action={action} noValidate className="flex max-w-160 flex-col gap-4">
      <FormMessage state={state} />
      <input type="hidden" name="programCode" value={programCode} />
      <Field
        name="code"
        label="Code"
        description="A new name has a code of its own. Imports accept every code that the program ever had."
        width="half"
        state={state}
        required
      />
      <Field name="name" label="Name" state={state} required />
      <Field name="fromOn" label="From" type="date" width="date" state={state} required />
      <div>
        <SubmitButton variant="secondary" pendingLabel="Adding…">
          Add the name
        </SubmitButton>
      </div>
    </form>
  );
}
