"use client";

import { useActionState } from "react";
import { FormMessage } from "@/components/form-message";
import { SubmitButton } from "@/components/submit-button";
import { drawAction } from "./actions";

/** Draws what the preview showed; everything is in it, so that nothing else can be drawn. */
export function DrawForm({ shown, label }: { shown: Record<string, string>; label: string }) {
  const [state, draw] = useActionState(drawAction, {});
  return (
    <form action={draw} className="flex flex-col items-start gap-4">
      <FormMessage state={state} />
      {Object.entries(shown).map(([name, value]) => (
        <input key={`${name} ${value}`} type="hidden" name={name} value={value} />
      ))}
      <SubmitButton pendingLabel="Drawing…">{label}</SubmitButton>
    </form>
  );
}
