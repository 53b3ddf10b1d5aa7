import "server-only";
import type { Tx } from "@/lib/db";
import { type Actor, fullName } from "@/lib/members/rules";
import type { Settings } from "@/lib/settings/queries";

/** Who acts, for the other side; whoever holds the machine is the association itself. */
export async function nameOf(tx: Tx, { memberId }: Actor, { associationName }: Settings) {
  if (memberId === null) return associationName;
  const select = { firstName: true, lastName: true };
  return fullName(await tx.member.findUniqueOrThrow({ where: { id: memberId }, select }));
}
