import "server-only";
import { setTimeout } from "node:timers/promises";
import { endSessionsAndLinks } from "@/lib/accounts/commands";
import { recordAudits } from "@/lib/audit/commands";
import { formatInstant } from "@/lib/calendar";
import { db, type Tx } from "@/lib/db";
import { changesBetween } from "@/lib/directory/rules";
import { publicUrl } from "@/lib/env";
import { DomainError, notFoundError } from "@/lib/errors";
import { type Actor, REFUSAL_OF_OWN } from "@/lib/members/rules";
import { lockBoth } from "@/lib/merges/lock";
import { moveRows } from "@/lib/merges/moves";
import { findMerge, type Merge } from "@/lib/merges/queries";
import type { MergeMembers } from "@/lib/merges/schema";
import { queueMessage } from "@/lib/messages/commands";
import { membersMerged } from "@/lib/messages/templates/members-merged";
import { may } from "@/lib/roles/rules";
import { readSettings } from "@/lib/settings/queries";

/** How often a merge gives way to what is just being done on one of the records, and for how long. */
const PATIENCE = { tries: 8, pause: 150 };

/**
 * Makes two records of one person one: `memberId` is kept, `otherId` merged into it, as the preview
 * showed it. Not one row is lost but a second factor's, and it can't be undone.
 */
export async function mergeMembers(
  actor: Actor,
  input: MergeMembers,
  now: Date,
  { tries, pause } = PATIENCE,
) {
  if (!may(actor, "merge members")) throw notFoundError();
  if ([input.memberId, input.otherId].some((id) => id === actor.memberId)) {
    throw new DomainError("invalid", REFUSAL_OF_OWN);
  }
  for (let tried = 1; tried <= tries; tried += 1) {
    if (await db.$transaction((tx) => mergeUnderLock(tx, actor, input, now))) return;
    await setTimeout(pause);
  }
  throw new DomainError(
    "conflict",
    "Somebody is just at work on one of the two records. Try again in a moment.",
  );
}

/** False: something else holds a row of the two, and goes first. */
async function mergeUnderLock(tx: Tx, actor: Actor, input: MergeMembers, now: Date) {
  const { memberId, otherId, seen, reason } = input;
  if (!(await lockBoth(tx, memberId, otherId))) return false;
  const merge = await findMerge(memberId, otherId, tx);
  if (!merge) throw notFoundError();
  const [refusal] = merge.plan.refusals;
  if (refusal) throw new DomainError("conflict", refusal);
  if (merge.seen !== seen) {
    throw new DomainError(
      "conflict",
      "One of the two records was changed meanwhile. The page shows what stands now.",
    );
  }
  const ledOn = await closeOther(tx, merge, now);
  await moveRows(tx, merge);
  await auditMerge(tx, actor, { ...merge, ledOn, reason }, now);
  await tellMerged(tx, merge, now);
  return true;
}

/**
 * The other record leads to the one that is kept, and what only it knew of the person is taken over.
 * Answers the records that it had taken in itself, which now lead there too.
 */
async function closeOther(tx: Tx, { kept, other, plan }: Merge, now: Date): Promise<string[]> {
  await tx.$executeRaw`
    UPDATE members SET merged_into_id = ${kept.id}::uuid, merged_at = ${now}, password_hash = NULL,
        retired_at = coalesce(retired_at, ${now})
      WHERE id = ${other.id}::uuid`;
  const ledOn = await tx.member.updateManyAndReturn({
    where: { mergedIntoId: other.id },
    data: { mergedIntoId: kept.id, mergedAt: now },
    select: { id: true },
  });
  await endSessionsAndLinks(tx, [other.id], now);
  // Nobody signs in with it any more: its secret is kept for nobody.
  await tx.secondFactor.deleteMany({ where: { memberId: other.id } });
  await tx.$executeRaw`
    UPDATE members k SET claim_reminded_at = greatest(k.claim_reminded_at, o.claim_reminded_at)
      FROM members o WHERE k.id = ${kept.id}::uuid AND o.id = ${other.id}::uuid`;
  if (Object.keys(plan.fills).length > 0) {
    await tx.member.update({ where: { id: kept.id }, data: plan.fills, select: { id: true } });
  }
  return ledOn.map(({ id }) => id);
}

type Done = Merge & { ledOn: readonly string[]; reason: string };

async function auditMerge(tx: Tx, actor: Actor, done: Done, now: Date) {
  const { kept, other, plan, parts, ledOn, reason } = done;
  const moved = Object.fromEntries(
    parts.filter(({ moves }) => moves > 0).map(({ table, moves }) => [table, moves]),
  );
  const about = (id: string) => ({ actor, subject: "member", subjectId: id });
  const changes = changesBetween(kept.profile, { ...kept.profile, ...plan.fills });
  await recordAudits(
    tx,
    [
      {
        ...about(other.id),
        act: "merged into another member",
        facts: { into: kept.id, moved },
        personal: { reason },
      },
      {
        ...about(kept.id),
        act: "took in another member",
        facts: { from: other.id, moved },
        personal: { reason, ...changes },
      },
      ...ledOn.map((id) => ({
        ...about(id),
        act: "merged into another member",
        facts: { into: kept.id, with: other.id },
        personal: { reason },
      })),
    ],
    now,
  );
}

/** Either address hears of it, whoever reads it: two people's records may have been taken for one's. */
async function tellMerged(tx: Tx, { kept, other, plan }: Merge, now: Date) {
  const settings = await readSettings(tx);
  for (const { profile } of [kept, other]) {
    const letter = membersMerged(settings, {
      firstName: profile.firstName ?? "",
      keptNumber: kept.profile.memberNumber ?? plan.fills.memberNumber ?? null,
      otherNumber: kept.profile.memberNumber ? other.profile.memberNumber : null,
      mergedAt: formatInstant(now, settings.timeZone),
      loginUrl: `${publicUrl()}/login`,
      forgotPasswordUrl: `${publicUrl()}/forgot-password`,
    });
    const to = { memberId: kept.id, toAddress: profile.email ?? "" };
    await queueMessage(tx, { ...letter, ...to, kind: "members_merged" }, now);
  }
}
