import { spawn } from "node:child_process";
import { once } from "node:events";
import { text } from "node:stream/consumers";
import { beforeEach, describe, expect, test } from "vitest";
import { sealAudit } from "@/lib/audit/commands";
import { childEnvironment } from "@/lib/env";
import { asOwner, emptyAudit, record, sealAll, verdict, whole } from "@/tests/support/audit";

beforeEach(emptyAudit);

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

describe("npm run audit:verify", () => {
  test("answers 0 for a log that is whole, and names its head", async () => {
    await record(1, 2);
    await sealAll();
    const { head } = await sealAudit("recent");
    const { code, words } = await runVerify(head?.hash.toUpperCase() ?? "");
    expect(code).toBe(0);
    expect(words).toContain(`2 entries sealed, head ${head?.hash}`);
    expect(words).toContain("The audit log is whole.");
  });

  test("answers 1 and says what was tampered with", async () => {
    await record(1, 2);
    await sealAll();
    await asOwner("DELETE FROM audit_seals WHERE number = 1");
    const { code, words } = await runVerify("0".repeat(64));
    expect(code).toBe(1);
    expect(words).toContain("Seals 1 to 1 are missing.");
    expect(words).toContain(`The head ${"0".repeat(64)} is not in the chain`);
  });

  test("answers 2 to what is no head", async () => {
    expect((await runVerify("the last one")).code).toBe(2);
  });
});

async function runVerify(head: string) {
  const command = ["--conditions=react-server", "--import", "tsx", "lib/audit/cli.ts", head];
  const env = childEnvironment({ NODE_ENV: undefined });
  const child = spawn(process.execPath, command, { stdio: ["ignore", "pipe", "ignore"], env });
  const words = text(child.stdout);
  const [code] = await once(child, "exit");
  return { code, words: await words };
}
