import { Client } from "pg";
import { recordAudits, sealAudit } from "@/lib/audit/commands";
import { verifyAudit } from "@/lib/audit/queries";
import { db, type Tx } from "@/lib/db";
import { env } from "@/lib/env";
import type { Actor } from "@/lib/members/rules";

export const now = new Date("2026-04-13T09:00:00.123Z");
const actor: Actor = { memberId: null, door: "command line", roles: [] };

export function told(to: number) {
  const facts = { from: null, to, days: ["2026-04-10"] };
  const personal = { name: "Ana Ø", phone: null };
  return { actor, act: "correct", subject: "registration", subjectId: String(to), facts, personal };
}

export const record = (from: number, to: number, tx: Tx = db) =>
  recordAudits(
    tx,
    Array.from({ length: to - from + 1 }, (_, place) => told(from + place)),
    now,
  );

export async function sealAll(reach: "recent" | "all" = "recent") {
  while ((await sealAudit(reach)).more);
}

export async function verdict(head?: string) {
  const faults: string[] = [];
  const { sealed, unsealed, knows } = await verifyAudit(head, (fault) => faults.push(fault));
  return { faults, sealed: Number(sealed), unsealed, knows };
}

export const whole = (sealed: number, unsealed = 0) => ({
  faults: [],
  sealed,
  unsealed,
  knows: true,
});

/** Does as the tables' owner what the application's role can't: past every trigger and key. */
export async function asOwner(sql: string) {
  const owner = new Client({ connectionString: env.DATABASE_OWNER_URL ?? env.DATABASE_URL });
  await owner.connect();
  try {
    await owner.query(`BEGIN; ${released}; ${sql}; ${held}; COMMIT`);
  } finally {
    await owner.end();
  }
}

export const emptyAudit = () =>
  asOwner("TRUNCATE audit_seals, audit_values, audit_entries RESTART IDENTITY");

const tables = ["audit_entries", "audit_seals", "audit_values"];
const triggers = (word: string) =>
  tables.map((table) => `ALTER TABLE ${table} ${word} TRIGGER USER`).join("; ");
const keys = ["audit_seals", "audit_values"];

const released = [
  triggers("DISABLE"),
  ...keys.map((table) => `ALTER TABLE ${table} DROP CONSTRAINT ${table}_entry_id_fkey`),
].join("; ");

// NOT VALID: what was done to the rows stands, and what comes is checked again.
const held = [
  ...keys.map(
    (table) => `ALTER TABLE ${table} ADD CONSTRAINT ${table}_entry_id_fkey
      FOREIGN KEY (entry_id) REFERENCES audit_entries (id) ON UPDATE CASCADE NOT VALID`,
  ),
  triggers("ENABLE"),
].join("; ");
