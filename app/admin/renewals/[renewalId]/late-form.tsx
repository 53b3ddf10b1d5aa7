"use client";

import { useActionState } from "react";
import { ChoiceBoxes } from "@/components/choice-boxes";
import { OfferedForm } from "@/components/offered-form";
import { Panel } from "@/components/panel";
import { SubmitButton } from "@/components/submit-button";
import { type FormState, keptList } from "@/lib/form-state";
import { wordsForLate } from "@/lib/late-credentials/wording";
import { renewByItselfAction } from "./actions";

/** Credentials that came too late for this invoice get one of their own, which can't be undone. */
export function LateForm({
  renewalId,
  title,
  mayJoin,
  late,
}: {
  renewalId: string;
  /** None: none came, or somebody was faster; then only what became of it is told. */
  title: string | null;
  mayJoin: boolean;
  /** What came, by cycle. */
  late: readonly { value: string; label: string }[];
}) {
  const [state, renew] = useActionState<FormState, FormData>(renewByItselfAction, {});
  const words = wordsForLate(late.length);
  return (
    <OfferedForm state={state} isOffered={title !== null}>
      <Panel title={title ?? ""}>
        <div className="flex flex-col gap-4">
          <p className="measure">{mayJoin ? words.mayJoin : words.mayNotJoin}</p>
          {/* What is wrong with the boxes stands inside. */}
          <details open={state.errors ? true : undefined}>
            <summary className="cursor-pointer text-body">{words.act}</summary>
            <form action={renew} className="flex flex-col gap-4 pt-4">
              <input type="hidden" name="renewalId" value={renewalId} />
              <ChoiceBoxes
                legend="On an invoice of their own"
                description="What you do not tick stays here."
                name="byItself"
                choices={late}
                chosen={keptList(state, "byItself") ?? late.map(({ value }) => value)}
                error={state.errors?.byItself}
              />
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
    </OfferedForm>
  );
}
