/**
 * What an action answers and a form shows: the sentence above it, the sentence beside each field,
 * what the person typed (so that a refusal loses nothing; never passwords), and whether it worked.
 */
export type FormState = {
  message?: string;
  errors?: Record<string, string>;
  values?: Record<string, string>;
  done?: boolean;
};
