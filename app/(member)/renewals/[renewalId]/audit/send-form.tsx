"use client";

import { useActionState } from "react";
import { FormMessage } from "@/components/form-message";
import { SubmitButton } from "@/components/submit-button";
import { TextareaField } from "@/components/textarea-field";
import { sendProofsAction, takeBackProofAction } from "./actions";

export function SendForm({
  auditId,
  version,
  missing,
  isOffered,
}: {
  auditId: string;
  version: number;
  /** Without it, only what became of sending it is told: somebody was faster. */
  isOffered: boolean;
  /** Credits without a document. */
  missing: number;
}) {
  const [state, send] = useActionState(sendProofsAction, {});
  return (
    <>
      <FormMessage state={state} />
      {isOffered ? (
        <section aria-labelledby="send-title" className="flex flex-col gap-4">
          <h2 id="send-title">Send</h2>
          <form action={send} noValidate className="flex flex-col gap-6">
            <input type="hidden" name="auditId" value={auditId} />
            <input type="hidden" name="version" value={version} />
            <TextareaField
              name="note"
              label="Note"
              description={
                missing > 0
                  ? "Say here why there is no document for a credit that you can't prove."
                  : "Anything that helps to read your documents."
              }
              rows={3}
              required={missing > 0}
              state={state}
            />
            <p className="measure text-body">
              Look at your documents once more. After you have sent them they can&apos;t be changed
              or removed, unless we send them back to you.
            </p>
            <div>
              <SubmitButton pendingLabel="Sending…">Send my documents</SubmitButton>
            </div>
          </form>
        </section>
      ) : null}
    </>
  );
}

export function TakeBackForm({
  auditId,
  documentId,
  fileName,
}: {
  auditId: string;
  documentId: string;
  fileName: string;
}) {
  const [state, takeBack] = useActionState(takeBackProofAction, {});
  return (
    <form action={takeBack} className="inline-flex flex-wrap items-center gap-2">
      <FormMessage state={state} />
      <input type="hidden" name="auditId" value={auditId} />
      <input type="hidden" name="documentId" value={documentId} />
      <SubmitButton variant="quiet" size="compact" aria-label={`Remove ${fileName}`}>
        Remove
      </SubmitButton>
    </form>
  );
}
