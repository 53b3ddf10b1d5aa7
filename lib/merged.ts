import "server-only";
import { DomainError } from "@/lib/errors";
import { REFUSAL_OF_MERGED } from "@/lib/members/rules";
import { Prisma } from "@/prisma/generated/client";

/** What refuse_merged() of the migrations says. The code alone is also that of other triggers. */
const WORDS = "this record was merged into another";

/**
 * What a query failed with, in words for people where the database took nothing more for a record that
 * was merged at this very moment. As a conflict: the page shows what stands now, or the login page
 * where it was one's own.
 */
export function inWordsOfMerged(error: unknown): unknown {
  if (!(error instanceof Prisma.PrismaClientKnownRequestError)) return error;
  const refused = error.meta?.driverAdapterError;
  const cause = refused instanceof Error ? refused.cause : null;
  const said = cause instanceof Object && "originalMessage" in cause ? cause.originalMessage : null;
  return said === WORDS ? new DomainError("conflict", REFUSAL_OF_MERGED) : error;
}
