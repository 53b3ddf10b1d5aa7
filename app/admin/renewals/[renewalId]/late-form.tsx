"use client";

import { useActionState } from "react";
import { FormMessage } from "@/components/form-message";
import { Panel } from "@/components/panel";
import { SubmitButton } from "@/components/submit-button";
import type { FormState } from "@/lib/form-state";
import { wordsForLate } from "@/lib/late-credentials/wording";
import { renewByItselfAction } from "./actions";

/** Credentials that came too late for this invoice get one of their own, which can't be undone. */
export function LateForm({
  renewalId,
  title,
  mayJoin,
  count,
}: {
  renewalId: string;
  /** None: none came, or somebody was faster; then only what became of it is told. */
  title: string | null;
  mayJoin: boolean;
  /** How many came. */
  count: number;
}) {
  const [state, renew] = useActionState<FormState, FormData>(renewByItselfAction, {});
  const words = wordsForLate(count);
  return (
    <>
      <FormMessage state={state} />
      {title ? (
        <Panel title={title}>
          <div className="flex flex-col gap-4">
            <p className="measure">{mayJoin ? words.mayJoin : words.mayNotJoin}</p>
            <details>
              <summary className="cursor-pointer text-body">{words.act}</summary>
              <form action={renew} className="flex flex-col gap-4 pt-4">
                <input type="hidden" name="renewalId" value={renewalId} />
                <p className="measure">
                  An invoice with the next number is issued, and the member is told by mail. This
                  cannot be undone.
                </p>
                <div>
                  <SubmitButton variant="danger" pendingLabel="Issuing…">
                    Issue the invoice
                  </SubmitButton>
                </div>
              </form>
            </details>
          </div>
        </Panel>
      ) : null}
    </>
  );
}
