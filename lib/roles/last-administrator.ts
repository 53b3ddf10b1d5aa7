import "server-only";
import { Prisma } from "@/prisma/generated/client";

/**
 * Whether a withdrawn role or a retirement failed because the trigger keeps the last administrator;
 * neither of them can break a foreign key, which has the same code.
 */
export function isLastAdministrator(error: unknown): boolean {
  return error instanceof Prisma.PrismaClientKnownRequestError && error.code === "P2003";
}
