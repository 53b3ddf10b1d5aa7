import "server-only";
import type { DomainError } from "@/lib/errors";
import { Prisma } from "@/prisma/generated/client";

/** Whether what was to be written once is there already: a unique index refused it. */
export function isTaken(error: unknown): boolean {
  return error instanceof Prisma.PrismaClientKnownRequestError && error.code === "P2002";
}

/** Does it, or throws the refusal where a unique index says that something else has the place. */
export async function refusingTaken<Result>(
  refusal: DomainError,
  act: () => Promise<Result>,
): Promise<Result> {
  try {
    return await act();
  } catch (error) {
    throw isTaken(error) ? refusal : error;
  }
}
