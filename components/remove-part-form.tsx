"use client";

import { useActionState } from "react";
import { OfferedForm } from "@/components/offered-form";
import { SubmitButton } from "@/components/submit-button";
import type { FormState } from "@/lib/form-state";

/** What can't be undone asks first: the button stands behind a line that is opened. */
export function RemovePartForm({
  part,
  effect,
  remove,
  fields,
  refusal,
}: {
  /** "day": as it is called in a sentence. */
  part: string;
  /** What happens: "The day leaves the event." */
  effect: string;
  remove: (state: FormState, form: FormData) => Promise<FormState>;
  /** What the form sends unseen. */
  fields: Readonly<Record<string, string | number>>;
  /** Why it can't be removed; null when it can. */
  refusal: string | null;
}) {
  const [state, action] = useActionState(remove, {});
  // A refusal is not hidden behind the line, which is closed on a page that was sent anew.
  return (
    <div className="flex flex-col gap-4">
      <OfferedForm state={state} isOffered={refusal === null}>
        <details>
          <summary className="cursor-pointer text-body">{`Remove this ${part}`}</summary>
          <form action={action} className="flex flex-col gap-4 pt-4">
            {Object.entries(fields).map(([name, value]) => (
              <input key={name} type="hidden" name={name} value={value} />
            ))}
            <p className="measure">{`${effect} This cannot be undone.`}</p>
            <div>
              <SubmitButton variant="danger" pendingLabel="Removing…">
                {`Remove the ${part}`}
              </SubmitButton>
            </div>
          </form>
        </details>
      </OfferedForm>
      {refusal === null || state.message === refusal ? null : (
        <p className="text-body text-muted">{refusal}</p>
      )}
    </div>
  );
}
