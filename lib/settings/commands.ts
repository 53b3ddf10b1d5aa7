import "server-only";
import { recordAudit } from "@/lib/audit/commands";
import { dateOf } from "@/lib/calendar";
import { db, type Tx } from "@/lib/db";
import { DomainError, notFoundError } from "@/lib/errors";
import { fingerprintOf } from "@/lib/fingerprint";
import type { Actor } from "@/lib/members/rules";
import { may } from "@/lib/roles/rules";
import { hasSecondFactor } from "@/lib/second-factors/queries";
import { readSettings, type Settings } from "@/lib/settings/queries";

type Changes = Partial<Settings> & { seen?: string };

/**
 * Changes some of the association's settings; the audit log keeps from what to what. `seen` is the
 * fingerprint of what a form showed: it refuses when they were changed since.
 */
export function changeSettings(actor: Actor, changes: Changes, now: Date) {
  return db.$transaction((tx) => writeSettings(tx, actor, changes, now));
}

/** The same, inside the transaction that writes what a setting names. */
export async function writeSettings(
  tx: Tx,
  actor: Actor,
  { seen, ...changes }: Changes,
  now: Date,
) {
  if (!may(actor, "change settings")) throw notFoundError();
  // Who changes them at the same time waits, and then tells from what they really became.
  await tx.$queryRaw`SELECT 1 FROM settings WHERE id = 1 FOR UPDATE`;
  const before = await readSettings(tx);
  if (seen !== undefined && seen !== fingerprintOf(before)) {
    const why =
      "The settings were changed meanwhile. The fields that you left alone show what stands now: look at them, then save again.";
    throw new DomainError("conflict", why);
  }
  if (changes.staffSecondFactor && !before.staffSecondFactor) await refuseToLockOut(tx, actor);
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
}

/** Who asks colleagues for a second factor would lose their own roles at once without one. */
async function refuseToLockOut(tx: Tx, { memberId }: Actor) {
  if (memberId === null || (await hasSecondFactor(memberId, tx))) return;
  const why =
    "Set up your own second factor in My Profile first: without it you could not go on here.";
  throw new DomainError("invalid", why, "staffSecondFactor");
}
