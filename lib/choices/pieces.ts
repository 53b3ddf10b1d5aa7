import { type Result, wordsForMany } from "@/lib/choices/rules";
import { type FormState, SIGNED_OUT } from "@/lib/form-state";

const ROWS_A_PIECE = 5;

/** A row that can be chosen, and what it is of: one mail may tell of all that is of the same. */
export type Choice = { value: string; of: string };

export type ManyAction = (state: FormState, form: FormData) => Promise<FormState>;

/**
 * Sends what a form says about many rows a few at a time, rows of the same together, and tells how far it
 * is. What was done stays done when a later piece fails, so it is shown; the failure of the first is its
 * caller's.
 */
export async function sendInPieces(
  action: ManyAction,
  chosen: readonly Choice[],
  done: string,
  tell: (at: number) => void,
): Promise<FormState> {
  const results: Result[] = [];
  let at = 0;
  for (const rows of piecesOf(chosen)) {
    tell(at);
    const piece = formOf(rows);
    const state = at === 0 ? await action({}, piece) : await answerOf(action, piece);
    if (at === 0 && !state.results) return state;
    if (!state.results) {
      const why = state.isSignedOut ? SIGNED_OUT : state.message;
      const words = [why, stoppedAfter(at, chosen.length)].filter(Boolean);
      return { isSignedOut: state.isSignedOut, message: words.join(" "), results };
    }
    results.push(...state.results);
    at += rows.length;
  }
  return { done: true, message: wordsForMany(results, done), results };
}

/** Why a later piece failed, perhaps the network, changes nothing of what is said. */
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

/** Of the values: no piece ends between two rows of the same, however many they are. */
function piecesOf(chosen: readonly Choice[]): string[][] {
  const pieces: string[][] = [];
  for (const of of new Set(chosen.map((choice) => choice.of))) {
    const rows = chosen.filter((choice) => choice.of === of).map(({ value }) => value);
    const last = pieces.at(-1);
    if (last && last.length + rows.length <= ROWS_A_PIECE) last.push(...rows);
    else pieces.push(rows);
  }
  return pieces;
}

function formOf(chosen: readonly string[]): FormData {
  const piece = new FormData();
  for (const value of chosen) piece.append("chosen", value);
  piece.set("confirmed", String(chosen.length));
  return piece;
}
