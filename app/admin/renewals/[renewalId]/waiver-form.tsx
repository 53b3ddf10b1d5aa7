"use client";

import { useActionState } from "react";
import { FormMessage } from "@/components/form-message";
import { SelectField } from "@/components/select-field";
import { SubmitButton } from "@/components/submit-button";
import { TextareaField } from "@/components/textarea-field";
import type { FormState } from "@/lib/form-state";
import { WAIVER_REASONS } from "@/lib/waivers/wording";
import { grantWaiverAction } from "./actions";

/** A waiver can't be taken back, so it is chosen and explained first. */
export function WaiverForm({ renewalId }: { renewalId: string }) {
  const [state, grant] = useActionState<FormState, FormData>(grantWaiverAction, {});
  return (
    <form action={grant} noValidate className="flex max-w-120 flex-col gap-4">
      <FormMessage state={state} />
      <input type="hidden" name="renewalId" value={renewalId} />
      <SelectField
        name="part"
        label="What is waived"
        state={state}
        required
        options={[
          { value: "", label: "Choose…" },
          { value: "fee", label: "The fee" },
          { value: "credits", label: "The credits" },
        ]}
      />
      <SelectField
        name="kind"
        label="Why"
        state={state}
        required
        options={[
          { value: "", label: "Choose…" },
          ...Object.entries(WAIVER_REASONS).map(([value, label]) => ({ value, label })),
        ]}
      />
      <TextareaField
        id="waiver-reason"
        name="reason"
        label="Reason for the waiver"
        description="It is kept, and a waiver can't be taken back."
        state={state}
        required
        rows={2}
      />
      <div>
        <SubmitButton variant="danger" pendingLabel="Waiving…">
          Waive
        </SubmitButton>
      </div>
    </form>
  );
}
