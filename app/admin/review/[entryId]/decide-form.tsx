"use client";

import { useActionState } from "react";
import { OfferedForm } from "@/components/offered-form";
import { SubmitButton } from "@/components/submit-button";
import { TextareaField } from "@/components/textarea-field";
import { decideEntryAction } from "./actions";

export function DecideForm({ entryId, isOffered }: { entryId: string; isOffered: boolean }) {
  const [state, decide] = useActionState(decideEntryAction, {});
  return (
    <OfferedForm state={state} isOffered={isOffered} typed="note">
      <form action={decide} noValidate className="flex flex-col gap-6">
        <input type="hidden" name="entryId" value={entryId} />
        <TextareaField
          name="note"
          label="Note to the member"
          description="Needed to return or to reject. The member reads it."
          rows={3}
          state={state}
        />
        <div className="flex flex-wrap gap-4">
          <SubmitButton name="decision" value="accept">
            Accept
          </SubmitButton>
          <SubmitButton name="decision" value="return" variant="secondary">
            Return with the note
          </SubmitButton>
          <SubmitButton name="decision" value="reject" variant="danger">
            Reject with the note
          </SubmitButton>
        </div>
      </form>
    </OfferedForm>
  );
}
