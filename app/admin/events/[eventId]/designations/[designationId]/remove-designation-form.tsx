"use client";

import { useActionState } from "react";
import { FormMessage } from "@/components/form-message";
import { SubmitButton } from "@/components/submit-button";
import { remove } from "./actions";

/** What can't be undone asks first: the button stands behind a line that is opened. */
export function RemoveDesignationForm({
  eventId,
  version,
  designationId,
  refusal,
}: {
  eventId: string;
  version: number;
  designationId: string;
  refusal: string | null;
}) {
  const [state, action] = useActionState(remove, {});
  if (refusal) return <p className="text-body text-muted">{refusal}</p>;
  return (
    <details>
      <summary className="cursor-pointer text-body">Remove this designation</summary>
      <form action={action} className="flex flex-col gap-4 pt-4">
        <FormMessage state={state} />
        <input type="hidden" name="eventId" value={eventId} />
        <input type="hidden" name="version" value={version} />
        <input type="hidden" name="designationId" value={designationId} />
        <p className="measure">The designation leaves the event. This cannot be undone.</p>
        <div>
          <SubmitButton variant="danger" pendingLabel="Removing…">
            Remove the designation
          </SubmitButton>
        </div>
      </form>
    </details>
  );
}
