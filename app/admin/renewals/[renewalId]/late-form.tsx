"use client";

import { useActionState } from "react";
import { FormMessage } from "@/components/form-message";
import { SubmitButton } from "@/components/submit-button";
import type { FormState } from "@/lib/form-state";
import { renewByItselfAction } from "./actions";

/** Credentials that came too late for this invoice get one of their own. */
export function LateForm({ renewalId, mayJoin }: { renewalId: string; mayJoin: boolean }) {
  const [state, renew] = useActionState<FormState, FormData>(renewByItselfAction, {});
  return (
    <form action={renew} className="flex flex-col gap-4">
      <FormMessage state={state} />
      <input type="hidden" name="renewalId" value={renewalId} />
      <p className="measure">
        {mayJoin
          ? "Tick it below to put it on a new invoice of this renewal, or let it renew by itself: with an invoice of its own, sharing the member’s credits."
          : "Nothing can be added to what is paid or complete. Let it renew by itself: with an invoice of its own, sharing the member’s credits."}
      </p>
      <div>
        <SubmitButton variant="secondary" pendingLabel="Issuing…">
          Renew it by itself
        </SubmitButton>
      </div>
    </form>
  );
}
