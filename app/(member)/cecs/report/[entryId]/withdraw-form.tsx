"use client";

import { useActionState } from "react";
import { FormMessage } from "@/components/form-message";
import { SubmitButton } from "@/components/submit-button";
import { withdrawEntryAction } from "./actions";

export function WithdrawForm({ entryId }: { entryId: string }) {
  const [state, withdraw] = useActionState(withdrawEntryAction, {});
  return (
    <form action={withdraw} className="flex flex-col items-start gap-4">
      <FormMessage state={state} />
      <input type="hidden" name="entryId" value={entryId} />
      <SubmitButton variant="danger" pendingLabel="Withdrawing…">
        Withdraw this entry
      </SubmitButton>
    </form>
  );
}
