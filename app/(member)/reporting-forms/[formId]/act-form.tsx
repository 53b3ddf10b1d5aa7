"use client";

import { useActionState } from "react";
import { FormMessage } from "@/components/form-message";
import { SubmitButton } from "@/components/submit-button";
import { removeDocumentAction, sendFormAction, withdrawFormAction } from "./actions";

type Seen = { formId: string; version: number };

export function SendForm({ formId, version, office }: Seen & { office: string }) {
  const [state, send] = useActionState(sendFormAction, {});
  return (
    <form action={send} className="flex flex-col items-start gap-4">
      <FormMessage state={state} />
      <input type="hidden" name="formId" value={formId} />
      <input type="hidden" name="version" value={version} />
      <SubmitButton pendingLabel="Sending…">{`Send to ${office}`}</SubmitButton>
    </form>
  );
}

export function WithdrawForm({ formId, version }: Seen) {
  const [state, withdraw] = useActionState(withdrawFormAction, {});
  return (
    <details>
      <summary className="min-h-6 text-body">Withdraw this form</summary>
      <form action={withdraw} className="flex flex-col items-start gap-4 pt-3">
        <FormMessage state={state} />
        <p className="measure text-body">
          A withdrawn form can be read, but neither changed nor submitted any more.
        </p>
        <input type="hidden" name="formId" value={formId} />
        <input type="hidden" name="version" value={version} />
        <SubmitButton variant="danger" pendingLabel="Withdrawing…">
          Withdraw for good
        </SubmitButton>
      </form>
    </details>
  );
}

export function RemoveDocument({
  formId,
  documentId,
  fileName,
}: {
  formId: string;
  documentId: string;
  fileName: string;
}) {
  const [state, remove] = useActionState(removeDocumentAction, {});
  return (
    <form action={remove} className="inline-flex flex-wrap items-center gap-2">
      <FormMessage state={state} />
      <input type="hidden" name="formId" value={formId} />
      <input type="hidden" name="documentId" value={documentId} />
      <SubmitButton variant="quiet" size="compact" aria-label={`Remove ${fileName}`}>
        Remove
      </SubmitButton>
    </form>
  );
}
