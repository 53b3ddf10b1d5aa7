import type { Touched } from "@/lib/event-days/rules";

/**
 * What an action answers and a form shows: the sentence above it, the sentence beside each field,
 * what the person typed (so that a refusal loses nothing; never passwords), and whether it worked.
 */
export type FormState = {
  message?: string;
  errors?: Record<string, string>;
  values?: Record<string, string>;
  /**
   * After a conflict, of a form that says what it was opened with: the fields that were left as they
   * were. They show what stands now, and beside the others it is said.
   */
  untouched?: readonly string[];
  done?: boolean;
  /** Their session ended: a link leads to the login page, and leaves this one as it is. */
  isSignedOut?: boolean;
  /** What became of each of many, where one form was about all of them; a link leads to one left open. */
  results?: readonly { name: string; sentence: string; href?: string }[];
  /** Whom it would touch: nothing was saved, and it is asked whether it is meant all the same. */
  touched?: Touched;
  /** What is shown this once and kept nowhere: recovery codes. */
  shownOnce?: readonly string[];
};

export const SIGNED_OUT = "You are no longer signed in.";

/** What is still in a field after a refusal. Undefined: nothing was typed there. */
export function keptText({ values, untouched }: FormState, name: string): string | undefined {
  return untouched?.includes(name) ? undefined : values?.[name];
}

/** What was typed in fields of one name, or ticked, in their order; null: nothing was refused yet. */
export function keptList({ values }: FormState, name: string): string[] | null {
  return values ? (values[name]?.split("\n") ?? []) : null;
}
