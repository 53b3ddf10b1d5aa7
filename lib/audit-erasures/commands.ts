import "server-only";
import { recordAudit } from "@/lib/audit/commands";
import { isTheirs } from "@/lib/audit-erasures/queries";
import type { EraseValues } from "@/lib/audit-erasures/schema";
import { db } from "@/lib/db";
import { DomainError, notFoundError } from "@/lib/errors";
import { type Actor, REFUSAL_OF_OWN } from "@/lib/members/rules";
import { may } from "@/lib/roles/rules";

/**
 * Erases the personal values of one entry, and nothing else of it: its digests stay, so that the
 * seals still hold. That they were erased, why and by whom is an entry of its own.
 */
export async function eraseValues(actor: Actor, { entryId, reason }: EraseValues, now: Date) {
  if (!may(actor, "erase personal values")) throw notFoundError();
  await db.$transaction(async (tx) => {
    const entry = await tx.auditEntry.findUnique({
      where: { id: entryId },
      select: { actorId: true, subjectId: true },
    });
    if (!entry) throw notFoundError();
    if (actor.memberId !== null && (await isTheirs(tx, actor.memberId, entry))) {
      throw new DomainError("invalid", REFUSAL_OF_OWN);
    }
    const { count } = await tx.auditValue.deleteMany({ where: { entryId } });
    if (count === 0) throw new DomainError("conflict", "Nothing is left to erase here.");
    const told = { act: "erased personal values", subject: "audit entry", subjectId: entryId };
    await recordAudit(tx, { actor, ...told, facts: { values: count }, personal: { reason } }, now);
  });
}
