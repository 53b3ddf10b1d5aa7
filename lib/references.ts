import "server-only";
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
  if (!(error instanceof Prisma.PrismaClientKnownRequestError) || error.code !== "P2003")
    return false;
  const refused = error.meta?.driverAdapterError;
  const cause = refused instanceof Error ? refused.cause : null;
  const key = cause instanceof Object && "constraint" in cause ? cause.constraint : null;
  return key instanceof Object && "index" in key;
}
