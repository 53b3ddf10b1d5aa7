"use client";

import { useActionState } from "react";
import { FormMessage } from "@/components/form-message";
import { SelectField } from "@/components/select-field";
import { SubmitButton } from "@/components/submit-button";
import type { FormState } from "@/lib/form-state";
import { setProfession } from "./actions";

/** Offered only while there is none: the certificates of later events follow it. */
export function ProfessionForm({ professions }: { professions: readonly string[] }) {
  const [state, action] = useActionState<FormState, FormData>(setProfession, {});
  const options = professions.map((name) => ({ value: name, label: name }));
  return (
    <form action={action} noValidate className="flex max-w-120 flex-col gap-4">
      <FormMessage state={state} />
      <SelectField
        name="profession"
        label="Profession"
        description="You need one to submit credits: your certificates depend on it. Once saved, only the association can change it."
        state={state}
        required
        options={[{ value: "", label: "Choose…" }, ...options]}
      />
      <div>
        <SubmitButton variant="secondary" pendingLabel="Saving…">
          Save Profession
        </SubmitButton>
      </div>
    </form>
  );
}
