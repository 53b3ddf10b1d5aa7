import "server-only";
import type { Tx } from "@/lib/db";
import type { Merge } from "@/lib/merges/queries";
import { Prisma } from "@/prisma/generated/client";

/** Takes what moves to the record that is kept; the database lets nothing else change its member. */
export async function moveRows(tx: Tx, merge: Merge) {
  const { stays, joining, freed, beside } = merge.plan;
  const kept = Prisma.sql`${merge.kept.id}::uuid`;
  const others = Prisma.sql`member_id = ${merge.other.id}::uuid`;
  // Its version is the claim's lock: a review that is still open somewhere submits nothing.
  await tx.$executeRaw`UPDATE registrations SET member_id = ${kept}, version = version + 1
    WHERE ${others} AND id <> ALL(${stays.registrations}::uuid[])`;
  await tx.$executeRaw`UPDATE credit_entries SET member_id = ${kept}
    WHERE ${others} AND (registration_id IS NULL OR registration_id <> ALL(${stays.registrations}::uuid[]))`;
  await tx.$executeRaw`UPDATE certifications SET member_id = ${kept}
    WHERE ${others} AND id <> ALL(${stays.certifications}::uuid[])`;
  await tx.$executeRaw`UPDATE cycles y SET certification_id = j.certification_id
    FROM unnest(${joining.map(({ cycleId }) => cycleId)}::uuid[],
      ${joining.map(({ certificationId }) => certificationId)}::uuid[]) AS j (cycle_id, certification_id)
    WHERE y.id = j.cycle_id`;
  await tx.$executeRaw`UPDATE cycles SET renewal_id = NULL WHERE id = ANY(${freed}::uuid[])`;
  await tx.$executeRaw`UPDATE renewals r SET member_id = ${kept}, beside = b.beside, version = version + 1
    FROM unnest(${beside.map(({ renewalId }) => renewalId)}::uuid[],
      ${beside.map((each) => each.beside)}::int[]) AS b (id, beside)
    WHERE r.id = b.id AND ${others}`;
  await tx.$executeRaw`UPDATE correction_requests SET member_id = ${kept}
    WHERE ${others} AND id <> ALL(${stays.correction_requests}::uuid[])`;
  for (const table of ["reporting_forms", "documents", "report_drafts", "messages"]) {
    await tx.$executeRaw`UPDATE ${Prisma.raw(table)} SET member_id = ${kept} WHERE ${others}`;
  }
  // Credit and payment of the two may together be all that a renewal asks for.
  await tx.renewal.updateMany({
    where: { memberId: merge.kept.id, renewedAt: null },
    data: { unsettled: true },
  });
}
