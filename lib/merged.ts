import "server-only";
import { databaseError } from "@/lib/database-error";
import { DomainError } from "@/lib/errors";
import { REFUSAL_OF_MERGED } from "@/lib/members/rules";

/** What refuse_merged() of the migrations says. */
const WORDS = "this record was merged into another";

/** Whether the database took nothing more for a record that was merged at this very moment. */
function isOfMerged(error: unknown): boolean {
  const said = databaseError(error);
  return said !== null && "originalMessage" in said && said.originalMessage === WORDS;
}

/**
 * What a command failed with, in words for people where it met a merge. As a conflict: the page shows
 * what stands now, or the login page where it was one's own. For the door, after the rollback: inside
 * a transaction a refusal in words says that it may go on, and after this one it cannot.
 */
export function inWordsOfMerged(error: unknown): unknown {
  return isOfMerged(error) ? new DomainError("conflict", REFUSAL_OF_MERGED) : error;
}
