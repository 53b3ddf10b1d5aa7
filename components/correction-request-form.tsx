"use client";

import type { Route } from "next";
import { useActionState } from "react";
import type { FormState } from "@/lib/form-state";
import { FormMessage } from "./form-message";
import { Notice } from "./notice";
import { SubmitButton } from "./submit-button";
import { TextLink } from "./text-link";
import { TextareaField } from "./textarea-field";

/** A member's wish that their record be changed; what it is about goes along in hidden fields. */
export function CorrectionRequestForm({
  action,
  about,
  description,
  open,
  back,
}: {
  action: (state: FormState, form: FormData) => Promise<FormState>;
  about: Readonly<Record<string, string>>;
  description: string;
  /** The request about the same thing that is not decided yet; null: none. */
  open: { href: Route; words: string } | null;
  back: Route;
}) {
  const [state, send] = useActionState(action, {});
  return (
    <>
      {open ? (
        <Notice tone="note">
          {open.words} <TextLink href={open.href}>Open your request</TextLink>
        </Notice>
      ) : null}
      {/* What was typed in another window before is not lost. */}
      {open && !state.values ? null : (
        <form action={send} noValidate className="flex flex-col gap-6">
          <FormMessage state={state} />
          {Object.entries(about).map(([name, value]) => (
            <input key={name} type="hidden" name={name} value={value} />
          ))}
          <TextareaField
            name="message"
            label="What should be corrected?"
            description={description}
            rows={5}
            required
            state={state}
          />
          <div className="flex flex-wrap items-center gap-4">
            <SubmitButton pendingLabel="Sending…">Send request</SubmitButton>
            <TextLink href={back}>Go back</TextLink>
          </div>
        </form>
      )}
    </>
  );
}
