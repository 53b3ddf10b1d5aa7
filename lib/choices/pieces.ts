import { type Result, wordsForMany } from "@/lib/choices/rules";
import type { FormState } from "@/lib/form-state";

const ROWS_A_PIECE = 5;

export type ManyAction = (state: FormState, form: FormData) => Promise<FormState>;

/**
 * Sends what a form says about many rows a few at a time, and tells how far it is. What was done stays
 * done when a later piece fails, so it is shown; the failure of the first is its caller's.
 */
export async function sendInPieces(
  action: ManyAction,
  chosen: readonly string[],
  done: string,
  tell: (at: number) => void,
): Promise<FormState> {
  const results: Result[] = [];
  for (let at = 0; at < chosen.length; at += ROWS_A_PIECE) {
    tell(at);
    const piece = pieceOf(chosen.slice(at, at + ROWS_A_PIECE));
    const state = at === 0 ? await action({}, piece) : await answerOf(action, piece);
    if (at === 0 && !state.results) return state;
    if (!state.results) {
      const words = [state.message, stoppedAfter(at, chosen.length)].filter(Boolean);
      return { message: words.join(" "), results };
    }
    results.push(...state.results);
  }
  return { done: true, message: wordsForMany(results, done), results };
}

/** Why a later piece failed, the network or a session that ended, changes nothing of what is said. */
async function answerOf(action: ManyAction, piece: FormData): Promise<FormState> {
  try {
    return await action({}, piece);
  } catch {
    return {};
  }
}

function stoppedAfter(at: number, of: number): string {
  return `Stopped after ${at} of ${of}. Choose the rest again.`;
}

function pieceOf(chosen: readonly string[]): FormData {
  const piece = new FormData();
  for (const value of chosen) piece.append("chosen", value);
  piece.set("confirmed", String(chosen.length));
  return piece;
}
