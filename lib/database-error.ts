import { Prisma } from "@/prisma/generated/client";

/**
 * What PostgreSQL said when it refused a query, as the driver keeps it behind Prisma's code, which foreign
 * keys and triggers share; null for anything else that was thrown.
 */
export function databaseError(error: unknown): object | null {
  if (!(error instanceof Prisma.PrismaClientKnownRequestError)) return null;
  const refused = error.meta?.driverAdapterError;
  const cause = refused instanceof Error ? refused.cause : null;
  return cause instanceof Object ? cause : null;
}
