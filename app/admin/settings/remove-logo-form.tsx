"use client";

import { useActionState } from "react";
import { FormMessage } from "@/components/form-message";
import { SubmitButton } from "@/components/submit-button";
import { removeLogo } from "./actions";

export function RemoveLogoForm({ seen }: { seen: string }) {
  const [state, action] = useActionState(removeLogo, {});
  return (
    <form action={action} className="flex flex-col gap-4">
      <FormMessage state={state} />
      <input type="hidden" name="seen" value={seen} />
      <div>
        <SubmitButton variant="quiet" pendingLabel="Removing…">
          Remove the logo
        </SubmitButton>
      </div>
    </form>
  );
}
