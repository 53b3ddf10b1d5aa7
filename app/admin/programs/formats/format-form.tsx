"use client";

import { useActionState } from "react";
import { CheckboxField } from "@/components/checkbox-field";
import { Field } from "@/components/field";
import { FormMessage } from "@/components/form-message";
import { SubmitButton } from "@/components/submit-button";
import type { Format } from "@/lib/formats/queries";
import { add, change } from "./actions";

const FLAGS = [
  { name: "documentRequired", label: "Document required" },
  { name: "reviewRequired", label: "Review required" },
  { name: "conversionOffered", label: "Conversion offered" },
  { name: "participation", label: "Participation credit" },
] as const;

/** One format to change, or a new one. */
export function FormatForm({ format, seen, id }: { format?: Format; seen?: string; id: string }) {
  const [state, action] = useActionState(format ? change : add, {}, "/admin/programs/formats");
  const field = (name: string) => ({ name, id: `${id}-${name}`, state });
  return (
    <form action={action} noValidate className="flex flex-col gap-3">
      <FormMessage state={state} />
      {format ? (
        <>
          <input type="hidden" name="name" value={format.name} />
          <input type="hidden" name="seen" value={seen} />
        </>
      ) : (
        <Field {...field("name")} label="Name" width="half" required />
      )}
      <div className="flex flex-wrap items-end gap-x-6 gap-y-3">
        <div>
          <Field
            {...field("position")}
            label="Place when reporting"
            width="amount"
            inputMode="numeric"
            defaultValue={format?.position ?? ""}
          />
        </div>
        <div>
          <Field
            {...field("formPosition")}
            label="Place on the form"
            width="amount"
            inputMode="numeric"
            defaultValue={format?.formPosition ?? ""}
          />
        </div>
        {FLAGS.map(({ name, label }) => (
          <CheckboxField
            key={name}
            {...field(name)}
            label={label}
            defaultChecked={format?.[name]}
          />
        ))}
        <SubmitButton
          variant={format ? "secondary" : "primary"}
          size="compact"
          pendingLabel="Saving…"
          aria-label={format ? `Save ${format.name}` : undefined}
        >
          {format ? "Save" : "Add the format"}
        </SubmitButton>
      </div>
    </form>
  );
}
