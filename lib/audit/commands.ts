import "server-only";
import { randomBytes } from "node:crypto";
import { digestOf, type Json } from "@/lib/audit/rules";
import type { Actor } from "@/lib/members/rules";
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
export async function recordAudit(tx: Prisma.TransactionClient, told: AuditAct, now: Date) {
  const values = saltedValues(told);
  const { id } = await tx.auditEntry.create({
    data: entryOf(told, values, now),
    select: { id: true },
  });
  if (values.length > 0) await tx.auditValue.createMany({ data: rowsOf(id, values) });
}

/** The same for many acts in their order: two statements for up to a thousand of them. */
export async function recordAudits(tx: Prisma.TransactionClient, acts: AuditAct[], now: Date) {
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
