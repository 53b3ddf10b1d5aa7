"use client";

import { useActionState } from "react";
import { CheckboxField } from "@/components/checkbox-field";
import { FactsList } from "@/components/facts-list";
import { Field } from "@/components/field";
import { FormMessage } from "@/components/form-message";
import { SubmitButton } from "@/components/submit-button";
import { TextareaField } from "@/components/textarea-field";
import type { FormState } from "@/lib/form-state";
import { returnFormAction, signFormAction } from "./actions";

type Seen = { formId: string; version: number };

/**
 * Verify and sign, or send back: each names the version that was looked at. Once the form is no longer
 * open, only a refusal with what was typed stays.
 */
export function SignForms({
  seen,
  attestation,
  isOpen,
}: {
  seen: Seen;
  attestation: string;
  isOpen: boolean;
}) {
  const [signing, sign] = useActionState(signFormAction, {});
  const [returning, sendBack] = useActionState(returnFormAction, {});
  if (!isOpen) {
    return (
      <>
        <Refused state={signing} field="name" label="You typed as your name" />
        <Refused state={returning} field="note" label="You typed as your note" />
      </>
    );
  }
  return (
    <div className="grid gap-8 lg:grid-cols-2">
      <section className="flex flex-col gap-4">
        <h2>Verify and sign</h2>
        <form action={sign} noValidate className="flex flex-col gap-6">
          <FormMessage state={signing} />
          <Shown {...seen} />
          <CheckboxField name="attested" label={attestation} state={signing} />
          <Field
            name="name"
            label="Your name"
            description="Typing it signs the form."
            autoComplete="name"
            required
            state={signing}
          />
          <div>
            <SubmitButton pendingLabel="Signing…">Sign this form</SubmitButton>
          </div>
        </form>
      </section>
      <section className="flex flex-col gap-4">
        <h2>Return with a note</h2>
        <form action={sendBack} noValidate className="flex flex-col gap-6">
          <FormMessage state={returning} />
          <Shown {...seen} />
          <TextareaField
            name="note"
            label="Note to the member"
            description="What is missing or wrong. The member reads it."
            rows={3}
            required
            state={returning}
          />
          <div>
            <SubmitButton variant="secondary" pendingLabel="Sending back…">
              Return with the note
            </SubmitButton>
          </div>
        </form>
      </section>
    </div>
  );
}

function Refused({ state, field, label }: { state: FormState; field: string; label: string }) {
  const typed = state.values?.[field];
  if (state.done || !state.message) return null;
  return (
    <section className="flex flex-col gap-4">
      <FormMessage state={state} />
      {typed ? (
        <FactsList
          facts={[{ name: label, fact: <p className="whitespace-pre-wrap">{typed}</p> }]}
        />
      ) : null}
    </section>
  );
}

function Shown({ formId, version }: Seen) {
  return (
    <>
      <input type="hidden" name="formId" value={formId} />
      <input type="hidden" name="version" value={version} />
    </>
  );
}
