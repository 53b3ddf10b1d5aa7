"use client";

import { useActionState } from "react";
import { OfferedForm } from "@/components/offered-form";
import { Panel } from "@/components/panel";
import { SubmitButton } from "@/components/submit-button";
import { TextareaField } from "@/components/textarea-field";
import { erase } from "./actions";

export function EraseForm({ entryId, isOffered }: { entryId: string; isOffered: boolean }) {
  const [state, action] = useActionState(erase, {});
  return (
    <OfferedForm state={state} isOffered={isOffered} typed="reason">
      <Panel title="Erase the personal values">
        <form action={action} noValidate className="flex max-w-160 flex-col gap-4">
          <input type="hidden" name="entryId" value={entryId} />
          <p className="text-body">
            This cannot be undone. The entry itself stays, and the seals still hold.
          </p>
          <TextareaField name="reason" label="Reason" rows={2} state={state} required />
          <div>
            <SubmitButton variant="danger" pendingLabel="Erasing…">
              Erase
            </SubmitButton>
          </div>
        </form>
      </Panel>
    </OfferedForm>
  );
}
