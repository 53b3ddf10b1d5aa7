import "server-only";
import { randomBytes } from "node:crypto";
import { CHAIN_START, digestOf, entryFields, type Json, sealHash } from "@/lib/audit/rules";
import { db, type Tx } from "@/lib/db";
import type { Actor } from "@/lib/members/rules";
import { SEALING } from "@/lib/turns";
import { Prisma } from "@/prisma/generated/client";

export type AuditAct = {
  actor: Actor;
  /** What was done, in the trade's words: "submit claim". */
  act: string;
  /** What kind of thing it was done to, and which. */
  subject: string;
  subjectId: string;
  /** What is not personal; kept for ever. */
  facts?: Record<string, Json>;
  /** Names, addresses, what people wrote: these alone can be erased. */
  personal?: Record<string, Json>;
};

/** Adds to the audit log within the change it tells of: one statement, two with personal values. */
export async function recordAudit(tx: Tx, told: AuditAct, now: Date) {
  const values = saltedValues(told);
  const { id } = await tx.auditEntry.create({
    data: entryOf(told, values, now),
    select: { id: true },
  });
  if (values.length > 0) await tx.auditValue.createMany({ data: rowsOf(id, values) });
}

/** The same for many acts in their order: two statements for up to a thousand of them. */
export async function recordAudits(tx: Tx, acts: AuditAct[], now: Date) {
  if (acts.length === 0) return;
  const salted = acts.map((told) => ({ told, values: saltedValues(told) }));
  const entries = await tx.auditEntry.createManyAndReturn({
    data: salted.map(({ told, values }) => entryOf(told, values, now)),
    select: { id: true, sequence: true },
  });
  entries.sort((a, b) => (a.sequence < b.sequence ? -1 : 1));
  const data = entries.flatMap(({ id }, place) => rowsOf(id, salted[place]?.values ?? []));
  if (data.length > 0) await tx.auditValue.createMany({ data });
}

type SaltedValue = { name: string; salt: string; value: Json; digest: string };

function saltedValues({ personal = {} }: AuditAct): SaltedValue[] {
  return Object.entries(personal).map(([name, value]) => {
    const salt = randomBytes(16).toString("hex");
    return { name, salt, value, digest: digestOf(salt, value) };
  });
}

function entryOf(told: AuditAct, values: SaltedValue[], now: Date) {
  return {
    at: now,
    actorId: told.actor.memberId,
    door: told.actor.door,
    act: told.act,
    subject: told.subject,
    subjectId: told.subjectId,
    facts: (told.facts ?? {}) as Prisma.InputJsonObject,
    digests: Object.fromEntries(values.map(({ name, digest }) => [name, digest])),
  };
}

function rowsOf(entryId: string, values: SaltedValue[]) {
  return values.map(({ name, salt, value }) => ({
    entryId,
    name,
    salt,
    value: value === null ? Prisma.JsonNull : (value as Prisma.InputJsonValue),
  }));
}

const BATCH = 500;
/** How far behind the newest seal a look goes that is made every few seconds. */
const RECENT = 1000n;

export type Sealed = {
  /** The newest seal; null: the log is empty. */
  head: { number: bigint; hash: string } | null;
  added: number;
  /** Whether there is more to seal at once. */
  more: boolean;
  /** Whether an entry came that an earlier look had passed by: others may stand further behind. */
  late: boolean;
  /** The last entry that was sealed: a look at all goes on from it. */
  reached: bigint;
};

/**
 * Seals the next entries that have no seal, in their order, one sealer at a time. A transaction that
 * commits late leaves entries behind the newest seal: "recent" finds those close to it, "all" any
 * after the sequence `from`, up to which an earlier look came.
 */
export function sealAudit(reach: "recent" | "all", from = 0n): Promise<Sealed> {
  return db.$transaction(
    async (tx) => {
      await tx.$queryRaw`SELECT 1 FROM pg_advisory_xact_lock(${SEALING})`;
      const head = await tx.auditSeal.findFirst({
        orderBy: { number: "desc" },
        select: { number: true, hash: true, entry: { select: { sequence: true } } },
      });
      const newest = head?.entry.sequence ?? 0n;
      const entries = await tx.auditEntry.findMany({
        where: { sequence: { gt: reach === "all" ? from : newest - RECENT }, seal: null },
        orderBy: { sequence: "asc" },
        take: BATCH,
        select: entryFields,
      });
      let { number, hash } = head ?? { number: 0n, hash: CHAIN_START };
      const seals = entries.map((entry) => {
        const previousHash = hash;
        number += 1n;
        hash = sealHash(number, previousHash, entry);
        return { number, entryId: entry.id, previousHash, hash };
      });
      if (seals.length > 0) await tx.auditSeal.createMany({ data: seals });
      return {
        head: number === 0n ? null : { number, hash },
        added: seals.length,
        more: seals.length === BATCH,
        late: entries.some(({ sequence }) => sequence < newest),
        reached: entries.at(-1)?.sequence ?? from,
      };
    },
    { timeout: 30_000, maxWait: 30_000 },
  );
}
