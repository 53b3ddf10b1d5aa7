import { beforeEach, describe, expect, test } from "vitest";
import { recordAudit, sealAudit } from "@/lib/audit/commands";
import { db } from "@/lib/db";
import { emptyAudit, now, record, sealAll, told, verdict, whole } from "@/tests/support/audit";

beforeEach(emptyAudit);

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
