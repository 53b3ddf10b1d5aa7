import "server-only";
import { db } from "@/lib/db";

/** The ids of those without members and officers that no form was signed for either. */
export async function listUnusedOffices(): Promise<Set<string>> {
  const found = await db.localOffice.findMany({
    where: { members: { none: {} }, grants: { none: {} }, signatures: { none: {} } },
    select: { id: true },
  });
  return new Set(found.map(({ id }) => id));
}
