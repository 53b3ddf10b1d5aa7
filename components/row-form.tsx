"use client";

import { useActionState } from "react";
import type { FormState } from "@/lib/form-state";
import { CheckboxField } from "./checkbox-field";
import { Field } from "./field";
import { FormMessage } from "./form-message";
import { OpenedWith } from "./opened-with";
import { SelectField } from "./select-field";
import { SubmitButton } from "./submit-button";

/** A field of a row: words, a short number, a box to tick, or one of `options`. */
export type RowField = {
  name: string;
  label: string;
  value?: string | number | boolean | null;
  is: "words" | "number" | "box" | "choice";
  options?: readonly string[];
};

/** One row of a list to change where it stands, or a new one (without `title`). */
export function RowForm({
  id,
  what,
  title,
  unseen = {},
  fields,
  save,
  permalink,
}: {
  /** Its own on the page. */
  id: string;
  /** "format": as it is called in a sentence. */
  what: string;
  title?: string;
  /** What the form sends unseen: which row, and what was shown of it. */
  unseen?: Readonly<Record<string, string>>;
  fields: readonly RowField[];
  save: (state: FormState, form: FormData) => Promise<FormState>;
  permalink: string;
}) {
  // Without scripts an answer goes to every form of its address: each row has one of its own.
  const row = encodeURIComponent(unseen.id ?? unseen.name ?? "new");
  const [state, action] = useActionState(save, {}, `${permalink}#${row}`);
  const opened = Object.fromEntries(fields.map(({ name, value }) => [name, value]));
  return (
    <form action={action} noValidate className="flex flex-col gap-3">
      <FormMessage state={state} />
      <OpenedWith state={state} seen={unseen} fields={opened} />
      <div className="flex flex-wrap items-end gap-x-6 gap-y-3">
        {fields.map((field) => (
          <OneField key={field.name} {...field} id={`${id}-${field.name}`} state={state} />
        ))}
        <SubmitButton
          variant={title ? "secondary" : "primary"}
          size="compact"
          pendingLabel="Saving…"
          aria-label={title ? `Save ${title}` : undefined}
        >
          {title ? "Save" : `Add the ${what}`}
        </SubmitButton>
      </div>
    </form>
  );
}

function OneField({
  is,
  value,
  options = [],
  ...field
}: RowField & { id: string; state: FormState }) {
  if (is === "box") return <CheckboxField {...field} defaultChecked={value === true} />;
  const shown = value === null || value === undefined ? "" : String(value);
  if (is === "choice") {
    const choices = options.map((option) => ({ value: option, label: option }));
    return (
      <div className="min-w-48">
        <SelectField {...field} defaultValue={shown} options={choices} required />
      </div>
    );
  }
  return is === "words" ? (
    <div className="min-w-64 max-w-140 grow">
      <Field {...field} defaultValue={shown} required />
    </div>
  ) : (
    <div>
      <Field {...field} defaultValue={shown} width="amount" inputMode="decimal" />
    </div>
  );
}
