import { beforeEach, describe, expect, test } from "vitest";
import { recordAudit, recordAudits, sealAudit } from "@/lib/audit/commands";
import { verifyAudit } from "@/lib/audit/queries";
import { db, type Tx } from "@/lib/db";
import type { Actor } from "@/lib/members/rules";
import { asOwner, emptyAudit } from "@/tests/support/audit";

const now = new Date("2026-04-13T09:00:00.123Z");
const actor: Actor = { memberId: null, door: "command line", roles: [] };

beforeEach(emptyAudit);

function told(to: number) {
  const facts = { from: null, to, days: ["2026-04-10"] };
  const personal = { name: "Ana Ø", phone: null };
  return { actor, act: "correct", subject: "registration", subjectId: String(to), facts, personal };
}

const record = (from: number, to: number, tx: Tx = db) =>
  recordAudits(
    tx,
    Array.from({ length: to - from + 1 }, (_, place) => told(from + place)),
    now,
  );

async function sealAll(reach: "recent" | "all" = "recent") {
  while ((await sealAudit(reach)).more);
}

async function verdict(head?: string) {
  const faults: string[] = [];
  const { sealed, unsealed, knows } = await verifyAudit(head, (fault) => faults.push(fault));
  return { faults, sealed: Number(sealed), unsealed, knows };
}

const whole = (sealed: number, unsealed = 0) => ({ faults: [], sealed, unsealed, knows: true });

describe("recording", () => {
  test("keeps personal values apart, the entry has digests only", async () => {
    await db.$transaction((tx) => recordAudit(tx, told(650), now));
    const entry = await db.auditEntry.findFirstOrThrow({ include: { values: true } });
    expect(entry).toMatchObject({ at: now, actorId: null, door: "command line", act: "correct" });
    expect(entry.facts).toEqual({ from: null, to: 650, days: ["2026-04-10"] });
    expect(JSON.stringify(entry.digests)).not.toContain("Ana");
    expect(entry.values.map(({ name, value }) => [name, value]).sort()).toEqual([
      ["name", "Ana Ø"],
      ["phone", null],
    ]);
  });

  test("many acts at once keeps their order, each with its own values", async () => {
    await record(1, 30);
    const entries = await db.auditEntry.findMany({ orderBy: { sequence: "asc" } });
    expect(entries.map(({ subjectId }) => Number(subjectId))).toEqual(
      Array.from({ length: 30 }, (_, place) => place + 1),
    );
    expect(await verdict()).toEqual(whole(0, 30));
  });

  test("within a change that is rolled back leaves nothing", async () => {
    const change = db.$transaction(async (tx) => {
      await recordAudit(tx, told(1), now);
      throw new Error("The change failed.");
    });
    await expect(change).rejects.toThrow("The change failed.");
    expect(await db.auditEntry.count()).toBe(0);
  });
});

describe("the application's role", () => {
  beforeEach(async () => {
    await record(1, 3);
    await sealAll();
  });

  test.each([
    "UPDATE audit_entries SET act = 'other'",
    "DELETE FROM audit_entries",
    "TRUNCATE audit_entries CASCADE",
    "UPDATE audit_seals SET hash = previous_hash",
    "DELETE FROM audit_seals",
    "TRUNCATE audit_seals",
    "UPDATE audit_values SET value = '1'",
    "TRUNCATE audit_values",
    "ALTER TABLE audit_entries DISABLE TRIGGER USER",
  ])("is refused %s", async (sql) => {
    await expect(db.$executeRawUnsafe(sql)).rejects.toThrow(/permission denied|must be owner/);
    expect(await verdict()).toEqual(whole(3));
  });

  test("may erase personal values, and the log is whole without them", async () => {
    await db.auditValue.deleteMany({});
    expect(await verdict()).toEqual(whole(3));
  });
});

describe("sealing", () => {
  test("numbers the entries in their order, and again only those that are new", async () => {
    await record(1, 3);
    await sealAll();
    await record(4, 5);
    expect(await verdict()).toEqual(whole(3, 2));
    await sealAll();
    expect(await sealAudit("recent")).toMatchObject({ added: 0, head: { number: 5n } });
    const seals = await db.auditSeal.findMany({
      orderBy: { number: "asc" },
      include: { entry: true },
    });
    expect(seals.map(({ entry }) => entry.subjectId)).toEqual(["1", "2", "3", "4", "5"]);
    expect(await verdict()).toEqual(whole(5));
  });

  test("by four sealers at once makes one chain", async () => {
    await record(1, 900);
    await record(901, 1800);
    await Promise.all([sealAll(), sealAll(), sealAll("all"), sealAll()]);
    expect(await verdict()).toEqual(whole(1800));
  });

  test("finds the entries of a change that commits late", async () => {
    await db.$transaction(async (slow) => {
      await record(1, 2, slow);
      await record(3, 4);
      await sealAll();
      expect(await verdict()).toEqual(whole(2));
    });
    expect(await sealAudit("recent")).toMatchObject({ added: 2, late: true });
    expect(await verdict()).toEqual(whole(4));
  });

  test("finds them however far behind, when it looks at the whole log", async () => {
    await db.$transaction(async (slow) => {
      await record(1, 2, slow);
      await record(3, 1000);
      await record(1001, 1100);
      await sealAll();
    });
    expect(await sealAudit("recent")).toMatchObject({ added: 0 });
    expect(await sealAudit("all")).toMatchObject({ added: 2 });
    expect(await verdict()).toEqual(whole(1100));
  });
});

describe("tampering as the owner", () => {
  let head: string;

  beforeEach(async () => {
    await record(1, 5);
    await sealAll();
    head = (await sealAudit("recent")).head?.hash ?? "";
  });

  const third = "(SELECT entry_id FROM audit_seals WHERE number = 3)";

  test.each([
    [
      "an entry's facts",
      `UPDATE audit_entries SET facts = '{}' WHERE id = ${third}`,
      /seal 3 is not/,
    ],
    [
      "an entry's time",
      `UPDATE audit_entries SET at = at + '1 s' WHERE id = ${third}`,
      /seal 3 is not/,
    ],
    [
      "an entry's actor",
      `UPDATE audit_entries SET door = 'web' WHERE id = ${third}`,
      /seal 3 is not/,
    ],
    [
      "an entry's place",
      `UPDATE audit_entries SET sequence = 99 WHERE id = ${third}`,
      /seal 3 is not/,
    ],
    [
      "a personal value",
      `UPDATE audit_values SET value = '"Eve"' WHERE entry_id = ${third}`,
      /is not what was recorded/,
    ],
    [
      "a salt",
      `UPDATE audit_values SET salt = 'x' WHERE entry_id = ${third}`,
      /is not what was recorded/,
    ],
    ["a hash", "UPDATE audit_seals SET hash = repeat('0', 64) WHERE number = 3", /seal 3 is not/],
    [
      "a seal's number",
      "UPDATE audit_seals SET number = 9 WHERE number = 5",
      /Seals 5 to 8 are missing/,
    ],
  ])("with %s is found", async (_what, sql, words) => {
    await asOwner(sql);
    expect((await verdict()).faults.join("\n")).toMatch(words);
  });

  test("by removing an entry is found, with its seal or without", async () => {
    await asOwner(`DELETE FROM audit_values WHERE entry_id = ${third}`);
    await asOwner(`DELETE FROM audit_entries WHERE id = ${third}`);
    expect((await verdict()).faults).toEqual(["The entry of seal 3 is missing."]);
    await asOwner("DELETE FROM audit_seals WHERE number = 3");
    expect((await verdict()).faults).toEqual(["Seals 3 to 3 are missing."]);
  });

  test("by exchanging two entries is found", async () => {
    for (const [from, to] of [
      [2, 99],
      [4, 2],
      [99, 4],
    ]) {
      await asOwner(`UPDATE audit_seals SET number = ${to} WHERE number = ${from}`);
    }
    const { faults } = await verdict();
    expect(faults).toContain("Seal 2 does not continue the chain.");
    expect(faults.join("\n")).toMatch(/of seal 2 is not what was sealed.*of seal 4 is not/s);
  });

  test("by cutting off the end is found by who knows a head", async () => {
    await asOwner("DELETE FROM audit_seals WHERE number > 3");
    expect(await verdict()).toEqual(whole(3, 2));
    expect(await verdict(head)).toMatchObject({ knows: false });
    await sealAll();
    // Unchanged, the entries get the seals they had.
    expect(await verdict(head)).toEqual(whole(5));
  });

  test("and writing the chain anew is found by who knows a head", async () => {
    await asOwner("DELETE FROM audit_seals WHERE number > 2");
    await asOwner(`UPDATE audit_entries SET act = 'other' WHERE subject_id = '3'`);
    await sealAll();
    expect(await verdict()).toEqual(whole(5));
    expect(await verdict(head)).toMatchObject({ faults: [], knows: false });
  });
});
