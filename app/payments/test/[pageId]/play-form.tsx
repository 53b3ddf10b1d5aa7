"use client";

import { useActionState } from "react";
import { FormMessage } from "@/components/form-message";
import { SubmitButton } from "@/components/submit-button";
import type { Play } from "@/lib/payments/schema";
import { playAction } from "./actions";

/** What may happen next, a button each; the first is what one came for. */
export function PlayForm({
  pageId,
  plays,
}: {
  pageId: string;
  plays: readonly { play: Play; label: string }[];
}) {
  const [state, act] = useActionState(playAction, {});
  return (
    <form action={act} className="flex flex-col items-start gap-4">
      <FormMessage state={state} />
      <input type="hidden" name="pageId" value={pageId} />
      {plays.map(({ play, label }, place) => (
        <SubmitButton
          key={play}
          name="play"
          value={play}
          variant={place === 0 ? "primary" : "secondary"}
        >
          {label}
        </SubmitButton>
      ))}
    </form>
  );
}
