"use client";

import { useActionState } from "react";
import { Field } from "@/components/field";
import { FormMessage } from "@/components/form-message";
import { SubmitButton } from "@/components/submit-button";
import { TextareaField } from "@/components/textarea-field";
import type { FormState } from "@/lib/form-state";
import { confirmContactAction } from "./actions";

type Contact = { email: string; phone: string | null; address: string | null };

/**
 * How the member is reached, as it is on file; confirmed as it stands or changed. It stays in its
 * place once it is confirmed, folded: what was done is told there.
 */
export function ContactForm({
  renewalId,
  contact,
  isConfirmed,
  isNext,
}: {
  renewalId: string;
  contact: Contact;
  isConfirmed: boolean;
  /** Whether this is the step to do now. */
  isNext: boolean;
}) {
  const [state, confirm] = useActionState<FormState, FormData>(confirmContactAction, {});
  // Folded away, a refusal would not be seen with JavaScript off.
  const isRefused = !state.done && (state.message ?? state.errors) !== undefined;
  return (
    <form action={confirm} noValidate className="flex max-w-120 flex-col gap-4">
      <FormMessage state={state} />
      <input type="hidden" name="renewalId" value={renewalId} />
      {isConfirmed ? (
        <details open={isRefused || undefined}>
          <summary className="words-link w-fit cursor-pointer">Change it</summary>
          <div className="flex flex-col gap-4 pt-4">
            <ContactFields state={state} contact={contact} isNext={isNext} />
          </div>
        </details>
      ) : (
        <ContactFields state={state} contact={contact} isNext={isNext} />
      )}
    </form>
  );
}

function ContactFields({
  state,
  contact,
  isNext,
}: {
  state: FormState;
  contact: Contact;
  isNext: boolean;
}) {
  return (
    <>
      <Field
        name="phone"
        type="tel"
        label="Phone"
        state={state}
        required={false}
        defaultValue={contact.phone ?? ""}
        autoComplete="tel"
        width="half"
      />
      <TextareaField
        name="address"
        label="Address"
        state={state}
        required={false}
        defaultValue={contact.address ?? ""}
        autoComplete="street-address"
        rows={3}
      />
      <Field
        name="email"
        type="email"
        label="Email address"
        description="Another address signs you out everywhere, here too, and the old one is told."
        state={state}
        required
        defaultValue={contact.email}
        autoComplete="email"
      />
      <Field
        name="password"
        type="password"
        label="Your password"
        description="Only to change your email address."
        state={state}
        required={false}
        autoComplete="current-password"
      />
      <div>
        <SubmitButton variant={isNext ? "primary" : "secondary"} pendingLabel="Confirming…">
          Confirm
        </SubmitButton>
      </div>
    </>
  );
}
