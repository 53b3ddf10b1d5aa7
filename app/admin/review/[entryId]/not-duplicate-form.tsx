"use client";

import { useActionState } from "react";
import { FormMessage } from "@/components/form-message";
import { SubmitButton } from "@/components/submit-button";
import { markNotDuplicateAction } from "./actions";

export function NotDuplicateForm({ entryId }: { entryId: string }) {
  const [state, mark] = useActionState(markNotDuplicateAction, {});
  return (
    <form action={mark} className="flex flex-col items-start gap-4">
      <FormMessage state={state} />
      <input type="hidden" name="entryId" value={entryId} />
      <SubmitButton variant="secondary">Not a duplicate</SubmitButton>
    </form>
  );
}
