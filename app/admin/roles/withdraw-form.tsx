"use client";

import { useActionState } from "react";
import { FormMessage } from "@/components/form-message";
import { SubmitButton } from "@/components/submit-button";
import type { WithdrawRole } from "@/lib/roles/schema";
import { withdraw } from "./actions";

/** Asks first: the button stands behind a word that opens it. */
export function WithdrawForm({ name, ...grant }: WithdrawRole & { name: string }) {
  const [state, action] = useActionState(withdraw, {});
  return (
    <details>
      <summary className="words-link flex min-h-9 items-center">Withdraw…</summary>
      <form action={action} className="flex flex-col items-start gap-2 pt-2">
        <FormMessage state={state} />
        <input type="hidden" name="memberId" value={grant.memberId} />
        <input type="hidden" name="role" value={grant.role} />
        <SubmitButton variant="danger" size="compact" pendingLabel="Withdrawing…">
          {`Withdraw from ${name}`}
        </SubmitButton>
      </form>
    </details>
  );
}
