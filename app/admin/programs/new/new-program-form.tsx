"use client";

import { useActionState } from "react";
import { Field } from "@/components/field";
import { FormMessage } from "@/components/form-message";
import { SubmitButton } from "@/components/submit-button";
import { newProgramPath } from "@/lib/addresses";
import { add } from "./actions";

export function NewProgramForm() {
  const [state, action] = useActionState(add, {}, newProgramPath());
  return (
    <form action={action} noValidate className="flex max-w-160 flex-col gap-4">
      <FormMessage state={state} />
      <Field
        name="code"
        label="Code"
        description="Such as CAM. It stays; the program may get other codes and names later, and imports accept each."
        width="half"
        state={state}
        required
      />
      <Field name="name" label="Name" state={state} required />
      <div>
        <SubmitButton pendingLabel="Adding…">Add the program</SubmitButton>
      </div>
    </form>
  );
}
