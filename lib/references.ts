import "server-only";
import { databaseError } from "@/lib/database-error";
import type { DomainError } from "@/lib/errors";
import { Prisma } from "@/prisma/generated/client";

/**
 * Does it, or throws the refusal where a foreign key says that what is removed is used, or what is used
 * removed. What anything else refuses, a trigger too, is thrown as it came.
 */
export async function refusingBroken<Result>(
  refusal: () => DomainError | Promise<DomainError>,
  act: () => Promise<Result>,
): Promise<Result> {
  try {
    return await act();
  } catch (error) {
    throw isBroken(error) ? await refusal() : error;
  }
}

/** A foreign key is named; a trigger's refusal, which comes with the same code, names none. */
function isBroken(error: unknown): boolean {
  const isReference =
    error instanceof Prisma.PrismaClientKnownRequestError && error.code === "P2003";
  const said = isReference ? databaseError(error) : null;
  const key = said && "constraint" in said ? said.constraint : null;
  return key instanceof Object && "index" in key;
}
