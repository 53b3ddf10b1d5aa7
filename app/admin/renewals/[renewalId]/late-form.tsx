"use client";

import { useActionState } from "react";
import { FormMessage } from "@/components/form-message";
import { SubmitButton } from "@/components/submit-button";
import type { FormState } from "@/lib/form-state";
import { wordsForLate } from "@/lib/late-credentials/wording";
import { renewByItselfAction } from "./actions";

/** Credentials that came too late for this invoice get one of their own, which can't be undone. */
export function LateForm({
  renewalId,
  mayJoin,
  count,
}: {
  renewalId: string;
  mayJoin: boolean;
  /** How many came. */
  count: number;
}) {
  const [state, renew] = useActionState<FormState, FormData>(renewByItselfAction, {});
  const words = wordsForLate(count);
  return (
    <div className="flex flex-col gap-4">
      <FormMessage state={state} />
      <p className="measure">{mayJoin ? words.mayJoin : words.mayNotJoin}</p>
      <details>
        <summary className="cursor-pointer text-body">{words.act}</summary>
        <form action={renew} className="flex flex-col gap-4 pt-4">
          <input type="hidden" name="renewalId" value={renewalId} />
          <p className="measure">
            An invoice with the next number is issued, and the member is told by mail. This cannot
            be undone.
          </p>
          <div>
            <SubmitButton variant="danger" pendingLabel="Issuing…">
              Issue the invoice
            </SubmitButton>
          </div>
        </form>
      </details>
    </div>
  );
}
