import "server-only";
import type { DomainError } from "@/lib/errors";
import { isOfMerged } from "@/lib/merged";
import { Prisma } from "@/prisma/generated/client";

/** Does it, or throws the refusal where a foreign key says that what is removed is used, or what is used removed. */
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

/** The trigger that keeps merged records as they were refuses with the code of a foreign key. */
function isBroken(error: unknown): boolean {
  const isCode = error instanceof Prisma.PrismaClientKnownRequestError && error.code === "P2003";
  return isCode && !isOfMerged(error);
}
