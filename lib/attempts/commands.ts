import "server-only";
import { createHash } from "node:crypto";
import { countedFrom, KEPT_HOURS, LIMITS, refusedUntil, wordsForWait } from "@/lib/attempts/rules";
import { db, type Tx } from "@/lib/db";
import { DomainError } from "@/lib/errors";
import { findSettings } from "@/lib/settings/queries";
import type { AttemptKind } from "@/prisma/generated/enums";

/**
 * By the account and by address. The account is the member's id; where there is no member, or nobody
 * is looked up, the key of what was typed.
 */
export type Tried = { account: string; address: string };

/**
 * Lets a try in or throws the time to come back; returns the ids of its rows. It is written down
 * before the others are counted: of any number of tries at once the last to be written sees all
 * the others, so never more get in than the limit. A refused try leaves nothing behind.
 */
export async function admitAttempt(kind: AttemptKind, tried: Tried, now: Date): Promise<string[]> {
  const subjects = { account: subjectOf(tried, "account"), address: subjectOf(tried, "address") };
  const own = await db.attempt.createManyAndReturn({
    data: [
      { kind, subject: subjects.account, at: now },
      { kind, subject: subjects.address, at: now },
    ],
    select: { id: true },
  });
  const ids = own.map(({ id }) => id);
  const waits = await Promise.all(
    (["account", "address"] as const).map(async (by) => {
      const others = await db.attempt.findMany({
        where: {
          kind,
          subject: subjects[by],
          at: { gt: countedFrom(kind, now) },
          id: { notIn: ids },
        },
        orderBy: { at: "desc" },
        take: LIMITS[kind][by],
        select: { at: true },
      });
      return (
        refusedUntil(
          kind,
          by,
          others.map(({ at }) => at),
        )?.getTime() ?? 0
      );
    }),
  );
  const until = Math.max(...waits);
  if (until === 0) return ids;
  await forgetAttempts(db, ids);
  const { timeZone } = await findSettings();
  throw new DomainError("conflict", wordsForWait(new Date(until), timeZone));
}

/** A try that succeeded is no failure. */
export async function forgetAttempts(tx: Tx, ids: readonly string[]) {
  await tx.attempt.deleteMany({ where: { id: { in: [...ids] } } });
}

/** After a reset the owner may sign in at once, whatever somebody tried before. */
export async function forgetAccount(tx: Tx, account: string) {
  const subject = subjectOf({ account, address: "" }, "account");
  await tx.attempt.deleteMany({ where: { kind: "sign_in", subject } });
}

/** For the worker: rows that no limit looks at any more. */
export async function sweepAttempts(now: Date) {
  const before = new Date(now.getTime() - KEPT_HOURS * 3_600_000);
  await db.attempt.deleteMany({ where: { at: { lt: before } } });
}

function subjectOf(tried: Tried, by: keyof Tried): string {
  return createHash("sha256").update(`${by} ${tried[by]}`).digest("hex");
}
