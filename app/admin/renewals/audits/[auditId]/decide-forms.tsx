"use client";

import { type ReactNode, useActionState } from "react";
import { Field } from "@/components/field";
import { OfferedForm } from "@/components/offered-form";
import { Panel } from "@/components/panel";
import { SubmitButton } from "@/components/submit-button";
import { TextareaField } from "@/components/textarea-field";
import type { FormState } from "@/lib/form-state";
import { decideAuditAction, giveTimeAction } from "./actions";

type Seen = { auditId: string; version: number; isOffered: boolean };

type Form = Seen & {
  title: string;
  typed: string;
  state: FormState;
  act: (form: FormData) => void;
  children: ReactNode;
};

function AuditForm({ auditId, version, isOffered, title, typed, state, act, children }: Form) {
  return (
    <OfferedForm state={state} isOffered={isOffered} typed={typed}>
      <Panel title={title}>
        <form action={act} noValidate className="flex flex-col gap-6">
          <input type="hidden" name="auditId" value={auditId} />
          <input type="hidden" name="version" value={version} />
          {children}
        </form>
      </Panel>
    </OfferedForm>
  );
}

export function DecideForm(seen: Seen) {
  const [state, decide] = useActionState(decideAuditAction, {});
  return (
    <AuditForm {...seen} title="Decide" typed="note" state={state} act={decide}>
      <TextareaField
        name="note"
        label="Note to the member"
        description="The member reads it, and it stays with the audit."
        rows={3}
        required
        state={state}
      />
      <p className="measure text-body">
        A decision changes nothing else by itself. An entry that should not have counted is
        corrected on its desk, and what follows for the renewal follows by the rules.
      </p>
      <div className="flex flex-wrap gap-4">
        <SubmitButton name="verdict" value="passed" pendingLabel="Saving…">
          Pass
        </SubmitButton>
        <SubmitButton name="verdict" value="failed" variant="danger" pendingLabel="Saving…">
          Fail
        </SubmitButton>
      </div>
    </AuditForm>
  );
}

export function TimeForm({
  dueOn,
  isAnswered,
  ...seen
}: Seen & { dueOn: string; isAnswered: boolean }) {
  const [state, give] = useActionState(giveTimeAction, {});
  const title = isAnswered ? "Send it back" : "Give more time";
  return (
    <AuditForm {...seen} title={title} typed="reason" state={state} act={give}>
      <Field
        name="dueOn"
        type="date"
        width="date"
        label="Documents due"
        description={isAnswered ? "The same day, or a later one." : "A later day."}
        defaultValue={dueOn}
        required
        state={state}
      />
      <TextareaField name="reason" label="Why" rows={3} required state={state} />
      <div>
        <SubmitButton variant="secondary" pendingLabel="Saving…">
          {isAnswered ? "Send back to the member" : "Give more time"}
        </SubmitButton>
      </div>
    </AuditForm>
  );
}
