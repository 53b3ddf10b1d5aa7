"use client";

import { useActionState } from "react";
import type { FormState } from "@/lib/form-state";
import { FormMessage } from "./form-message";
import { SubmitButton } from "./submit-button";
import { TextareaField } from "./textarea-field";

/** A line for the thread of a request. */
export function CorrectionNoteForm({
  action,
  requestId,
  noteId,
  description,
}: {
  action: (state: FormState, form: FormData) => Promise<FormState>;
  requestId: string;
  /** A note's own id: sent twice it is kept once. The next one comes with the page that shows it. */
  noteId: string;
  description: string;
}) {
  const [state, send] = useActionState(action, {});
  return (
    <form action={send} noValidate className="flex flex-col items-start gap-4">
      <FormMessage state={state} />
      <input type="hidden" name="requestId" value={requestId} />
      <input type="hidden" name="noteId" value={noteId} />
      <TextareaField
        name="text"
        label="Add a note"
        description={description}
        rows={3}
        required
        state={state}
      />
      <SubmitButton variant="secondary" pendingLabel="Sending…">
        Send note
      </SubmitButton>
    </form>
  );
}
