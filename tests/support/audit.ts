import { Client } from "pg";
import { env } from "@/lib/env";

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
