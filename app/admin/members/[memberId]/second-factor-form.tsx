"use client";

import { useActionState } from "react";
import { OfferedForm } from "@/components/offered-form";
import { Panel } from "@/components/panel";
import { SubmitButton } from "@/components/submit-button";
import { TextareaField } from "@/components/textarea-field";
import { removeFactor } from "./actions";

/** For a member who has lost the phone and the recovery codes. */
export function SecondFactorForm({
  memberId,
  isOffered,
}: {
  memberId: string;
  isOffered: boolean;
}) {
  const [state, action] = useActionState(removeFactor, {});
  return (
    <OfferedForm state={state} isOffered={isOffered} typed="reason">
      <Panel title="Second factor">
        <form action={action} noValidate className="flex max-w-160 flex-col gap-4">
          <input type="hidden" name="memberId" value={memberId} />
          <p className="text-body">
            Remove it only once you are sure who asks: the password alone opens the account then.
            The member is signed out and told by email.
          </p>
          <TextareaField name="reason" label="Reason" rows={2} state={state} required />
          <div>
            <SubmitButton variant="secondary" pendingLabel="Removing…">
              Remove the second factor
            </SubmitButton>
          </div>
        </form>
      </Panel>
    </OfferedForm>
  );
}
