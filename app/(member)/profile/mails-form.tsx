"use client";

import { useActionState } from "react";
import { CheckboxField } from "@/components/checkbox-field";
import { FormMessage } from "@/components/form-message";
import { SubmitButton } from "@/components/submit-button";
import type { FormState } from "@/lib/form-state";
import { MAILS_OF_CHOICE } from "@/lib/members/rules";
import { setMails } from "./actions";

export function MailsForm({ muted }: { muted: readonly string[] }) {
  const [state, action] = useActionState<FormState, FormData>(setMails, {});
  return (
    <form action={action} className="flex flex-col gap-4">
      <FormMessage state={state} />
      <fieldset className="flex flex-col gap-3">
        <legend className="pb-2">Send me an email</legend>
        {MAILS_OF_CHOICE.map(({ kind, label }) => (
          <CheckboxField
            key={kind}
            name={kind}
            label={label}
            defaultChecked={!muted.includes(kind)}
          />
        ))}
      </fieldset>
      <p className="measure text-body text-muted">
        Emails about your password, your email address and your payments are always sent.
      </p>
      <div>
        <SubmitButton variant="secondary" pendingLabel="Saving…">
          Save Emails
        </SubmitButton>
      </div>
    </form>
  );
}
