"use client";

import { useActionState } from "react";
import type { FormState } from "@/lib/form-state";
import { OfferedForm } from "./offered-form";
import { SubmitButton } from "./submit-button";
import { TextareaField } from "./textarea-field";

/** A line for the thread of a request. */
export function CorrectionNoteForm({
  action,
  requestId,
  noteId,
  description,
  isOffered,
}: {
  action: (state: FormState, form: FormData) => Promise<FormState>;
  requestId: string;
  /** A note's own id: sent twice it is kept once. The next one comes with the page that shows it. */
  noteId: string;
  description: string;
  /** Until the request is decided. */
  isOffered: boolean;
}) {
  const [state, send] = useActionState(action, {});
  return (
    <OfferedForm state={state} isOffered={isOffered} typed="text">
      <form action={send} noValidate className="flex flex-col items-start gap-4">
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
    </OfferedForm>
  );
}
