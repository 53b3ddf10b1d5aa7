import "server-only";
import { findActivityType } from "@/lib/activity-types/queries";
import type {
  AddActivityType,
  ChangeActivityType,
  RemoveActivityType,
} from "@/lib/activity-types/schema";
import { recordAudit } from "@/lib/audit/commands";
import { changesOf, refusalOfGone, refusalOfStale } from "@/lib/changes/rules";
import { db, type Tx } from "@/lib/db";
import { DomainError, notFoundError } from "@/lib/errors";
import type { Actor } from "@/lib/members/rules";
import { refusingBroken } from "@/lib/references";
import { may } from "@/lib/roles/rules";

const SUBJECT = "activity type";

/** Adds what an event can be. */
export async function addActivityType(actor: Actor, input: AddActivityType, now: Date) {
  if (!may(actor, "change programs")) throw notFoundError();
  await db.$transaction(async (tx) => {
    await refuseUnknownFormat(tx, input.formatName);
    const { count } = await tx.activityType.createMany({ data: [input], skipDuplicates: true });
    if (count === 0) {
      const why = "There is an activity type of this name. Change it in the list.";
      throw new DomainError("conflict", why, "name");
    }
    const told = { act: "added an activity type", subject: SUBJECT, subjectId: input.name };
    await recordAudit(tx, { actor, ...told, facts: { ...input } }, now);
  });
}

/**
 * Changes the format that credit from such events is judged by from now on; refused when it was changed
 * since the form was shown. Its name stays: events, files to import and filters say it.
 */
export async function changeActivityType(
  actor: Actor,
  { seen, ...input }: ChangeActivityType,
  now: Date,
) {
  if (!may(actor, "change programs")) throw notFoundError();
  const { name } = input;
  await db.$transaction(async (tx) => {
    // Not FOR UPDATE: events that name the type need not wait.
    await tx.$queryRaw`SELECT 1 FROM activity_types WHERE name = ${name} FOR NO KEY UPDATE`;
    const before = await findActivityType(name, tx);
    if (!before) throw notFoundError();
    const stale = refusalOfStale(before, seen);
    if (stale) throw stale;
    const facts = changesOf(before, input);
    if (Object.keys(facts).length === 0) return;
    await refuseUnknownFormat(tx, input.formatName);
    await tx.activityType.update({ where: { name }, data: input, select: { name: true } });
    const told = { act: "changed an activity type", subject: SUBJECT, subjectId: name };
    await recordAudit(tx, { actor, ...told, facts }, now);
  });
}

/** Removes a type that no event is of; refused when it was changed since the form was shown. */
export async function removeActivityType(
  actor: Actor,
  { name, seen }: RemoveActivityType,
  now: Date,
) {
  if (!may(actor, "change programs")) throw notFoundError();
  await refusingBroken(used, () =>
    db.$transaction(async (tx) => {
      // Waits for an event that is just made of the type: then the foreign key keeps it.
      await tx.$queryRaw`SELECT 1 FROM activity_types WHERE name = ${name} FOR UPDATE`;
      const was = await findActivityType(name, tx);
      if (!was) throw refusalOfGone();
      const stale = refusalOfStale(was, seen);
      if (stale) throw stale;
      await tx.activityType.delete({ where: { name }, select: { name: true } });
      const told = { act: "removed an activity type", subject: SUBJECT, subjectId: name };
      await recordAudit(tx, { actor, ...told, facts: was }, now);
    }),
  );
}

function used() {
  return new DomainError("conflict", "Events are of this type, so it cannot be removed.");
}

async function refuseUnknownFormat(tx: Tx, name: string) {
  const known = await tx.format.count({ where: { name } });
  if (known === 0) throw new DomainError("invalid", "Choose a format from the list.", "formatName");
}
