"use client";

import { useActionState } from "react";
import { ButtonLink } from "@/components/button-link";
import { FormMessage } from "@/components/form-message";
import { Panel } from "@/components/panel";
import { SubmitButton } from "@/components/submit-button";
import { TextareaField } from "@/components/textarea-field";
import { directoryPath } from "@/lib/addresses";
import { merge } from "./actions";

/** What is confirmed is the preview above, as its fingerprint says. */
export function MergeForm({
  memberId,
  otherId,
  seen,
}: {
  memberId: string;
  otherId: string;
  seen: string;
}) {
  const [state, action] = useActionState(merge, {});
  return (
    <Panel title="Merge">
      <form action={action} noValidate className="flex max-w-160 flex-col gap-4">
        <FormMessage state={state} />
        <input type="hidden" name="memberId" value={memberId} />
        <input type="hidden" name="otherId" value={otherId} />
        <input type="hidden" name="seen" value={seen} />
        <p className="text-body">
          This can't be undone. Both addresses are told by mail, and the sessions of the other
          record end.
        </p>
        <TextareaField
          name="reason"
          label="How you know that both are one person"
          rows={2}
          state={state}
          required
        />
        <div className="flex flex-wrap items-center gap-4">
          <SubmitButton pendingLabel="Merging…">Merge the two records</SubmitButton>
          <ButtonLink href={directoryPath(memberId)} variant="quiet">
            Cancel
          </ButtonLink>
        </div>
      </form>
    </Panel>
  );
}
