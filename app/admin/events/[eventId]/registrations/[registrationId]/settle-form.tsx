"use client";

import { useActionState } from "react";
import { OfferedForm } from "@/components/offered-form";
import { SubmitButton } from "@/components/submit-button";
import { settle } from "./actions";

/** What the member declared onsite is confirmed or removed. */
export function SettleForm({
  registrationId,
  isOffered,
}: {
  registrationId: string;
  isOffered: boolean;
}) {
  const [state, action] = useActionState(settle, {});
  return (
    <OfferedForm state={state} isOffered={isOffered}>
      <form action={action}>
        <input type="hidden" name="registrations" value={registrationId} />
        <div className="flex flex-wrap gap-4">
          <SubmitButton name="decision" value="confirm">
            Confirm the declared days
          </SubmitButton>
          <SubmitButton name="decision" value="remove" variant="secondary">
            Remove them
          </SubmitButton>
        </div>
      </form>
    </OfferedForm>
  );
}
