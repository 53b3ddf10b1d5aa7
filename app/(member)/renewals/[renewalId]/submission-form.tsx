"use client";

import { useActionState } from "react";
import { CheckboxField } from "@/components/checkbox-field";
import { FormMessage } from "@/components/form-message";
import { SubmitButton } from "@/components/submit-button";
import { saveBatchAction } from "./submission-actions";

type Choice = {
  id: string;
  title: string;
  /** Its date, category and credits, and what they count. */
  says: string;
  isChosen: boolean;
  /** kept: sent back, it stays in the batch; closed: it can't be chosen for this renewal. */
  place: "open" | "kept" | "closed";
};

/** Signed forms to choose from, kept as a draft or submitted. */
export function SubmissionForm({
  renewalId,
  choices,
  attestation,
  isNext,
}: {
  renewalId: string;
  choices: readonly Choice[];
  attestation: string;
  /** Whether this is the step to do now. */
  isNext: boolean;
}) {
  const [state, save] = useActionState(saveBatchAction, {});
  const typed = state.values?.forms?.split(",");
  const shown = { ...state, message: state.errors?.forms ?? state.message };
  return (
    <form action={save} noValidate className="flex flex-col gap-6">
      <FormMessage state={shown} />
      <input type="hidden" name="renewalId" value={renewalId} />
      <fieldset className="flex flex-col gap-3">
        <legend className="pb-1 text-body font-semibold">Forms to submit</legend>
        {choices.map(({ id, title, says, isChosen, place }) => {
          const isTicked = place === "kept" || (typed ? typed.includes(id) : isChosen);
          return (
            <div key={id} className="flex items-start gap-3">
              <input
                // React puts a form back after its action but leaves the first tick standing.
                key={String(isTicked)}
                type="checkbox"
                id={id}
                name={place === "open" ? "forms" : undefined}
                value={id}
                defaultChecked={isTicked}
                disabled={place !== "open"}
                aria-describedby={`${id}-says`}
                className="mt-0.5 size-6 shrink-0 rounded-soft"
              />
              <div className="measure min-w-0">
                <label htmlFor={id} className="block py-0.5 wrap-anywhere">
                  {title}
                </label>
                <p id={`${id}-says`} className="text-body text-muted">
                  {says}
                </p>
              </div>
            </div>
          );
        })}
      </fieldset>
      <CheckboxField name="attested" label={attestation} state={state} />
      <div className="flex flex-wrap gap-4">
        <SubmitButton name="act" value="submit" variant={isNext ? "primary" : "secondary"}>
          Submit Outstanding CECs
        </SubmitButton>
        <SubmitButton name="act" value="save" variant="secondary">
          Save as a draft and count
        </SubmitButton>
      </div>
    </form>
  );
}
