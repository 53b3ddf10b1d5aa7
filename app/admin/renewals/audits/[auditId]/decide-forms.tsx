"use client";

import { useActionState } from "react";
import { Field } from "@/components/field";
import { FormMessage } from "@/components/form-message";
import { Panel } from "@/components/panel";
import { SubmitButton } from "@/components/submit-button";
import { TextareaField } from "@/components/textarea-field";
import { decideAuditAction, giveTimeAction } from "./actions";

type Seen = { auditId: string; version: number; isOffered: boolean };

/** Also where nothing is left to decide: there it tells who came second what became of it. */
export function DecideForm({ auditId, version, isOffered }: Seen) {
  const [state, decide] = useActionState(decideAuditAction, {});
  return (
    <>
      <FormMessage state={state} />
      {isOffered ? (
        <Panel title="Decide">
          <form action={decide} noValidate className="flex flex-col gap-6">
            <input type="hidden" name="auditId" value={auditId} />
            <input type="hidden" name="version" value={version} />
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
          </form>
        </Panel>
      ) : null}
    </>
  );
}

export function TimeForm({
  auditId,
  version,
  dueOn,
  isAnswered,
  isOffered,
}: Seen & { dueOn: string; isAnswered: boolean }) {
  const [state, give] = useActionState(giveTimeAction, {});
  return (
    <>
      <FormMessage state={state} />
      {isOffered ? (
        <Panel title={isAnswered ? "Send it back" : "Give more time"}>
          <form action={give} noValidate className="flex flex-col gap-6">
            <input type="hidden" name="auditId" value={auditId} />
            <input type="hidden" name="version" value={version} />
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
          </form>
        </Panel>
      ) : null}
    </>
  );
}
