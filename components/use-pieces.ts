"use client";

import { useState } from "react";
import { type Choice, type ManyAction, sendInPieces } from "@/lib/choices/pieces";
import type { FormState } from "@/lib/form-state";

/**
 * Sends what a form says about many rows a few at a time, so that it can say how far it is. `answered`
 * is what the form was told before; what came of the pieces stands until it is told something new.
 */
export function usePieces(action: ManyAction, answered: FormState, done: string) {
  const [sent, setSent] = useState<{ after: FormState; state: FormState } | null>(null);
  const [progress, setProgress] = useState<{ at: number; of: number } | null>(null);
  const [failure, setFailure] = useState<unknown>(null);
  if (failure) throw failure;

  async function send(chosen: readonly Choice[]) {
    try {
      const state = await sendInPieces(action, chosen, done, (at) => {
        setProgress({ at, of: chosen.length });
      });
      setSent({ after: answered, state });
    } catch (error) {
      setFailure(error);
    } finally {
      setProgress(null);
    }
  }

  return { state: sent?.after === answered ? sent.state : answered, progress, send };
}
