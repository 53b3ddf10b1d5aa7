"use client";

import { useActionState } from "react";
import { ButtonLink } from "@/components/button-link";
import { FormMessage } from "@/components/form-message";
import { SubmitButton } from "@/components/submit-button";
import { newVersionPath, rulePreviewPath } from "@/lib/addresses";
import { saveVersion } from "./actions";

export function SaveForm({
  previewId,
  code,
  maySave,
}: {
  previewId: string;
  code: string;
  /** Whether the preview is finished and its rules are still those of the program. */
  maySave: boolean;
}) {
  const [state, action] = useActionState(saveVersion, {}, rulePreviewPath(code, previewId));
  return (
    <form action={action} className="flex flex-col gap-4">
      <FormMessage state={state} />
      <input type="hidden" name="previewId" value={previewId} />
      <div className="flex flex-wrap gap-4">
        {maySave ? <SubmitButton pendingLabel="Saving…">Save this version</SubmitButton> : null}
        <ButtonLink href={newVersionPath(code, { from: previewId })}>Change it</ButtonLink>
      </div>
    </form>
  );
}
