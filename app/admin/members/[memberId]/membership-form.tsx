"use client";

import { useActionState } from "react";
import { FormMessage } from "@/components/form-message";
import { Panel } from "@/components/panel";
import { SubmitButton } from "@/components/submit-button";
import { TextareaField } from "@/components/textarea-field";
import { reinstate, retire } from "./actions";

/** Ends or begins again what a membership allows; the record stays either way. */
export function MembershipForm({ memberId, isRetired }: { memberId: string; isRetired: boolean }) {
  const [state, action] = useActionState(isRetired ? reinstate : retire, {});
  return (
    <Panel title="Membership">
      <form action={action} noValidate className="flex max-w-160 flex-col gap-4">
        <FormMessage state={state} />
        <input type="hidden" name="memberId" value={memberId} />
        <p className="text-body">
          {isRetired
            ? "A reinstated member may change their record and gets reminders again."
            : "A retired member signs in and reads, but changes nothing and gets no reminders. Nothing is removed."}
        </p>
        <TextareaField name="reason" label="Reason" rows={2} state={state} required />
        <div>
          <SubmitButton variant="secondary" pendingLabel="Saving…">
            {isRetired ? "Reinstate the member" : "Retire the member"}
          </SubmitButton>
        </div>
      </form>
    </Panel>
  );
}
