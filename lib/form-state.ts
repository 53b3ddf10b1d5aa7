/**
 * What an action answers and a form shows: the sentence above it, the sentence beside each field,
 * what the person typed (so that a refusal loses nothing; never passwords), and whether it worked.
 */
export type FormState = {
  message?: string;
  errors?: Record<string, string>;
  values?: Record<string, string>;
  done?: boolean;
  /** Their session ended: a link leads to the login page, and leaves this one as it is. */
  isSignedOut?: boolean;
  /** What became of each of many, where one form was about all of them; a link leads to one left open. */
  results?: readonly { name: string; sentence: string; href?: string }[];
  /** What is shown this once and kept nowhere: recovery codes. */
  shownOnce?: readonly string[];
};

export const SIGNED_OUT = "You are no longer signed in.";

/** What was typed in fields of one name, or ticked, in their order; null: nothing was refused yet. */
export function keptList({ values }: FormState, name: string): string[] | null {
  return values ? (values[name]?.split("\n") ?? []) : null;
}
