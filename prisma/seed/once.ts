import { recordAudit } from "@/lib/audit/commands";
import { db } from "@/lib/db";
import { MACHINE } from "@/lib/members/rules";

/**
 * Loads what has this name through `load`; does nothing, and answers false, when it is there. A load
 * that was cut off is repeated as of the moment it began: events of another day would clash.
 */
export async function loadOnce(
  name: string,
  load: (now: Date) => Promise<void>,
  started = new Date(),
): Promise<boolean> {
  const about = { subject: name, subjectId: name };
  const [begun, loaded] = [
    `began to load the ${name} association`,
    `loaded the ${name} association`,
  ];
  const earlier = await db.auditEntry.findMany({
    where: about,
    orderBy: { sequence: "asc" },
    select: { act: true, at: true },
  });
  if (earlier.some(({ act }) => act === loaded)) return false;
  const now = earlier[0]?.at ?? started;
  if (!earlier[0]) await recordAudit(db, { actor: MACHINE, act: begun, ...about }, now);
  await load(now);
  await recordAudit(db, { actor: MACHINE, act: loaded, ...about }, now);
  return true;
}
