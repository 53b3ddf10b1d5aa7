"use client";

import { useActionState } from "react";
import { OfferedForm } from "@/components/offered-form";
import { SubmitButton } from "@/components/submit-button";
import { TextareaField } from "@/components/textarea-field";
import { declineAction } from "./actions";

/** Quiet until it is wanted; open again where it was refused. */
export function DeclineForm({ requestId, isOffered }: { requestId: string; isOffered: boolean }) {
  const [state, decline] = useActionState(declineAction, {});
  return (
    <OfferedForm state={state} isOffered={isOffered} typed="decisionNote">
      <details open={state.values !== undefined}>
        <summary className="words-link min-h-11 content-center">Decline…</summary>
        <form action={decline} noValidate className="flex flex-col items-start gap-4 pt-2">
          <input type="hidden" name="requestId" value={requestId} />
          <TextareaField
            name="decisionNote"
            label="Why it is declined"
            description="The member reads it. Nothing on the record changes."
            rows={3}
            required
            state={state}
          />
          <SubmitButton variant="danger" pendingLabel="Declining…">
            Decline the request
          </SubmitButton>
        </form>
      </details>
    </OfferedForm>
  );
}
