"use client";

import { useActionState } from "react";
import { FormMessage } from "@/components/form-message";
import { SubmitButton } from "@/components/submit-button";
import { confirm } from "./actions";

export function ConfirmForm({ runId }: { runId: string }) {
  const [state, action] = useActionState(confirm, {});
  return (
    <form action={action} className="flex flex-col items-start gap-4">
      <FormMessage state={state} />
      <input type="hidden" name="runId" value={runId} />
      <SubmitButton pendingLabel="Beginning…">Import this file</SubmitButton>
    </form>
  );
}
