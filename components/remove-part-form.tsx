"use client";

import { useActionState } from "react";
import { FormMessage } from "@/components/form-message";
import { SubmitButton } from "@/components/submit-button";
import type { FormState } from "@/lib/form-state";

/** What can't be undone asks first: the button stands behind a line that is opened. */
export function RemovePartForm({
  part,
  remove,
  fields,
  refusal,
}: {
  /** "day": as it is called in a sentence. */
  part: string;
  remove: (state: FormState, form: FormData) => Promise<FormState>;
  /** What the form sends unseen. */
  fields: Readonly<Record<string, string | number>>;
  /** Why it can't be removed; null when it can. */
  refusal: string | null;
}) {
  const [state, action] = useActionState(remove, {});
  if (refusal) return <p className="text-body text-muted">{refusal}</p>;
  return (
    <details>
      <summary className="cursor-pointer text-body">{`Remove this ${part}`}</summary>
      <form action={action} className="flex flex-col gap-4 pt-4">
        <FormMessage state={state} />
        {Object.entries(fields).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <p className="measure">{`The ${part} leaves the event. This cannot be undone.`}</p>
        <div>
          <SubmitButton variant="danger" pendingLabel="Removing…">
            {`Remove the ${part}`}
          </SubmitButton>
        </div>
      </form>
    </details>
  );
}
