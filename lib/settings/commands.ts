import "server-only";
import { recordAudit } from "@/lib/audit/commands";
import { dateOf } from "@/lib/calendar";
import { db } from "@/lib/db";
import { notFoundError } from "@/lib/errors";
import { type Actor, mayAdminister } from "@/lib/members/rules";
import { readSettings, type Settings } from "@/lib/settings/queries";

/** Changes some of the association's settings; the audit log keeps from what to what. */
export async function changeSettings(actor: Actor, changes: Partial<Settings>, now: Date) {
  if (!mayAdminister(actor)) throw notFoundError();
  await db.$transaction(async (tx) => {
    // Who changes them at the same time waits, and then tells from what they really became.
    await tx.$queryRaw`SELECT 1 FROM settings WHERE id = 1 FOR UPDATE`;
    const before = await readSettings(tx);
    const names = Object.keys(changes) as (keyof Settings)[];
    const changed = names.filter((name) => changes[name] !== before[name]);
    if (changed.length === 0) return;
    const { moveOn, ...others } = changes;
    const data = { ...others, moveOn: moveOn && dateOf(moveOn) };
    await tx.setting.update({ where: { id: 1 }, data, select: { id: true } });
    const facts = Object.fromEntries(
      changed.map((name) => [name, { from: before[name], to: changes[name] ?? null }]),
    );
    const told = { act: "changed settings", subject: "settings", subjectId: "1", facts };
    await recordAudit(tx, { actor, ...told }, now);
  });
}
