import "server-only";
import type { Tx } from "@/lib/db";
import { isId } from "@/lib/ids";

/**
 * Whether an entry tells of what a member did, of themselves, or of anything on their record; a
 * record that was merged into it is theirs too.
 */
export async function isTheirs(
  tx: Tx,
  memberId: string,
  { actorId, subjectId }: { actorId: string | null; subjectId: string },
): Promise<boolean> {
  const takenIn = await tx.member.findMany({
    where: { mergedIntoId: memberId },
    select: { id: true },
  });
  const own = [memberId, ...takenIn.map(({ id }) => id)];
  if (own.some((id) => id === actorId || id === subjectId)) return true;
  if (!isId(subjectId)) return false;
  const found = await tx.$queryRaw<unknown[]>`
    SELECT 1 FROM registrations WHERE id = ${subjectId}::uuid AND member_id = ANY(${own}::uuid[])
    UNION ALL
    SELECT 1 FROM credit_entries WHERE id = ${subjectId}::uuid AND member_id = ANY(${own}::uuid[])
    UNION ALL
    SELECT 1 FROM correction_requests WHERE id = ${subjectId}::uuid AND member_id = ANY(${own}::uuid[])
    UNION ALL
    SELECT 1 FROM reporting_forms WHERE id = ${subjectId}::uuid AND member_id = ANY(${own}::uuid[])
    UNION ALL
    SELECT 1 FROM renewals WHERE id = ${subjectId}::uuid AND member_id = ANY(${own}::uuid[])
    UNION ALL
    SELECT 1 FROM credit_audits a JOIN renewals r ON r.id = a.renewal_id
     WHERE a.id = ${subjectId}::uuid AND r.member_id = ANY(${own}::uuid[])
    UNION ALL
    SELECT 1 FROM payments p JOIN invoices i ON i.id = p.invoice_id
      JOIN renewals r ON r.id = i.renewal_id
     WHERE p.id = ${subjectId}::uuid AND r.member_id = ANY(${own}::uuid[])`;
  return found.length > 0;
}
