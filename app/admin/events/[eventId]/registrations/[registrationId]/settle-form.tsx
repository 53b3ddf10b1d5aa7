"use client";

import { useActionState } from "react";
import { FormMessage } from "@/components/form-message";
import { SubmitButton } from "@/components/submit-button";
import { settle } from "./actions";

/** What the member declared onsite is confirmed or removed. */
export function SettleForm({ registrationId }: { registrationId: string }) {
  const [state, action] = useActionState(settle, {});
  return (
    <form action={action} className="flex flex-col gap-4">
      <FormMessage state={state} />
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
  );
}
