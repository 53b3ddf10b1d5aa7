"use client";

import { useActionState } from "react";
import { OfferedForm } from "@/components/offered-form";
import { SubmitButton } from "@/components/submit-button";
import { markNotDuplicateAction } from "./actions";

export function NotDuplicateForm({ entryId, isOffered }: { entryId: string; isOffered: boolean }) {
  const [state, mark] = useActionState(markNotDuplicateAction, {});
  return (
    <OfferedForm state={state} isOffered={isOffered}>
      <form action={mark}>
        <input type="hidden" name="entryId" value={entryId} />
        <SubmitButton variant="secondary">Not a duplicate</SubmitButton>
      </form>
    </OfferedForm>
  );
}
