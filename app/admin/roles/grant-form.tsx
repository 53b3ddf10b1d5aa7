"use client";

import { useActionState } from "react";
import { Field } from "@/components/field";
import { FormMessage } from "@/components/form-message";
import { SelectField } from "@/components/select-field";
import { SubmitButton } from "@/components/submit-button";
import { ROLE_WORDS } from "@/lib/roles/rules";
import { grant } from "./actions";

const roles = Object.entries(ROLE_WORDS).map(([value, label]) => ({ value, label }));

export function GrantForm() {
  const [state, action] = useActionState(grant, {});
  return (
    <form action={action} noValidate className="flex max-w-160 flex-col gap-4">
      <FormMessage state={state} />
      <Field
        name="email"
        type="email"
        label="Email address"
        description="An unknown address gets an account; a mail says how to set its password."
        state={state}
        required
      />
      <SelectField
        name="role"
        label="Role"
        state={state}
        required
        options={[{ value: "", label: "Choose…" }, ...roles]}
      />
      <Field
        name="office"
        label="Office"
        description="For the role Local office only; an unknown office is made."
        state={state}
        required={false}
      />
      <div>
        <SubmitButton pendingLabel="Saving…">Give the role</SubmitButton>
      </div>
    </form>
  );
}
