import "server-only";
import { recordAudit } from "@/lib/audit/commands";
import { dayOf, formatLongDay } from "@/lib/calendar";
import { printCredits } from "@/lib/credits/amount";
import { db, type Tx } from "@/lib/db";
import { stateOf } from "@/lib/entries/rules";
import { publicUrl } from "@/lib/env";
import { DomainError, notFoundError } from "@/lib/errors";
import { type Actor, REFUSAL_OF_OWN } from "@/lib/members/rules";
import { queueMessage } from "@/lib/messages/commands";
import { entryDecided } from "@/lib/messages/templates/entry-decided";
import type { DecideEntry, MarkNotDuplicate } from "@/lib/reviews/schema";
import { may } from "@/lib/roles/rules";
import { findSettings, type Settings } from "@/lib/settings/queries";

const DECIDED = {
  accept: { at: "acceptedAt", act: "accepted an entry" },
  return: { at: "returnedAt", act: "returned an entry" },
  reject: { at: "rejectedAt", act: "rejected an entry" },
} as const;

const awaiting = {
  acceptedAt: null,
  returnedAt: null,
  rejectedAt: null,
  withdrawnAt: null,
  replacedAt: null,
};

/** Staff accept an entry that awaits review, send it back, or reject it: once. The member is told. */
export async function decideEntry(actor: Actor, input: DecideEntry, now: Date) {
  const settings = await findSettings();
  await db.$transaction(async (tx) => {
    const decided = await decideWithin(tx, actor, input, now);
    await tellDecided(tx, [decided], { ...input, settings }, now);
  });
}

/** The same inside the transaction that tells the member. What it refuses, it has written nothing of. */
export async function decideWithin(
  tx: Tx,
  actor: Actor,
  { entryId, decision, note }: DecideEntry,
  now: Date,
) {
  const entry = await findOthers(tx, actor, entryId);
  const { at, act } = DECIDED[decision];
  const { count } = await tx.creditEntry.updateMany({
    where: { id: entryId, ...awaiting },
    data: { [at]: now, reviewNote: note || null },
  });
  if (count === 0) throw await decidedMeanwhile(tx, entryId);
  const told = { act, subject: "entry", subjectId: entryId, personal: { note } };
  await recordAudit(tx, { actor, ...told }, now);
  return entry;
}

type Decided = Awaited<ReturnType<typeof decideWithin>>;

/** One mail about entries of one member, of which the same was decided at once. */
export async function tellDecided(
  tx: Tx,
  decided: readonly Decided[],
  { decision, note, settings }: Pick<DecideEntry, "decision" | "note"> & { settings: Settings },
  now: Date,
) {
  const [first] = decided;
  if (!first) return;
  const { member } = first;
  const letter = entryDecided(settings, {
    firstName: member.firstName,
    decision,
    entries: decided.map(({ title, earnedOn, credits }) => ({
      title,
      earnedOn: formatLongDay(dayOf(earnedOn)),
      credits: printCredits(credits),
    })),
    note,
    dashboardUrl: `${publicUrl()}/cecs`,
  });
  const mail = { kind: "entry_decided", memberId: member.id, toAddress: member.email } as const;
  await queueMessage(tx, { ...letter, ...mail }, now);
}

/** Staff looked: an entry only resembles another, and both count. */
export async function markNotDuplicate(actor: Actor, { entryId }: MarkNotDuplicate, now: Date) {
  await db.$transaction(async (tx) => {
    await findOthers(tx, actor, entryId);
    const { count } = await tx.creditEntry.updateMany({
      where: {
        id: entryId,
        notDuplicateAt: null,
        rejectedAt: null,
        withdrawnAt: null,
        replacedAt: null,
      },
      data: { notDuplicateAt: now },
    });
    if (count === 0) {
      const message = "A colleague marked this entry already, or it is on the record no more.";
      throw new DomainError("conflict", message);
    }
    const told = { act: "marked as no duplicate", subject: "entry", subjectId: entryId };
    await recordAudit(tx, { actor, ...told }, now);
  });
}

/** Any member's entry but the actor's own, for staff. */
async function findOthers(tx: Tx, actor: Actor, entryId: string) {
  if (!may(actor, "review credit")) throw notFoundError();
  const entry = await tx.creditEntry.findUnique({
    where: { id: entryId },
    select: {
      title: true,
      earnedOn: true,
      credits: true,
      member: { select: { id: true, firstName: true, email: true } },
    },
  });
  if (!entry) throw notFoundError();
  if (entry.member.id === actor.memberId) {
    throw new DomainError("invalid", REFUSAL_OF_OWN);
  }
  return entry;
}

async function decidedMeanwhile(tx: Tx, entryId: string) {
  const entry = await tx.creditEntry.findUniqueOrThrow({
    where: { id: entryId },
    select: {
      acceptedAt: true,
      returnedAt: true,
      rejectedAt: true,
      withdrawnAt: true,
      replacedAt: true,
    },
  });
  const state = stateOf(entry);
  return new DomainError(
    "conflict",
    state === "withdrawn"
      ? "Its member withdrew this entry meanwhile. There is nothing left to decide."
      : `A colleague decided meanwhile: this entry is ${state}.`,
  );
}
