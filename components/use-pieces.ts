"use client";

import { useState } from "react";
import { type Result, wordsForMany } from "@/lib/choices/rules";
import type { FormState } from "@/lib/form-state";

const ROWS_A_PIECE = 5;

export type ManyAction = (state: FormState, form: FormData) => Promise<FormState>;

/**
 * Sends what a form says about many rows a few at a time, so that it can say how far it is. `answered`
 * is what the form was told before; what came of the pieces stands until it is told something new.
 */
export function usePieces(action: ManyAction, answered: FormState, done: string) {
  const [sent, setSent] = useState<{ after: FormState; state: FormState } | null>(null);
  const [progress, setProgress] = useState<{ at: number; of: number } | null>(null);
  const [failure, setFailure] = useState<unknown>(null);
  if (failure) throw failure;

  async function send(chosen: readonly string[]) {
    const results: Result[] = [];
    try {
      for (let at = 0; at < chosen.length; at += ROWS_A_PIECE) {
        setProgress({ at, of: chosen.length });
        const state = await action({}, pieceOf(chosen.slice(at, at + ROWS_A_PIECE)));
        if (!state.results) return setSent({ after: answered, state });
        results.push(...state.results);
      }
      const message = wordsForMany(results, done);
      setSent({ after: answered, state: { done: true, message, results } });
    } catch (error) {
      setFailure(error);
    } finally {
      setProgress(null);
    }
  }

  return { state: sent?.after === answered ? sent.state : answered, progress, send };
}

function pieceOf(chosen: readonly string[]): FormData {
  const piece = new FormData();
  for (const value of chosen) piece.append("chosen", value);
  piece.set("confirmed", String(chosen.length));
  return piece;
}
