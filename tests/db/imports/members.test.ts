import { describe, expect, test } from "vitest";
import { digestOf, type Json } from "@/lib/audit/rules";
import { CSV_MARK, csvLine } from "@/lib/csv";
import { db } from "@/lib/db";
import { exportLines } from "@/lib/exports/queries";
import { aSession } from "@/tests/support/accounts";
import { aWord, importText, membersFile, NOW } from "@/tests/support/imports";

const find = (memberNumber: string) => db.member.findFirstOrThrow({ where: { memberNumber } });
const findOrNull = (memberNumber: string) => db.member.findFirst({ where: { memberNumber } });

describe("an e-mail address, username or member number belongs to one member only", () => {
  test("two members may exchange theirs within one file", async () => {
    const [a, b] = [aWord(), aWord()];
    await importText("members", membersFile({ member_number: a }, { member_number: b }));
    const exchanged = membersFile(
      { member_number: a, username: `u${b}`, email: `${b}@example.org` },
      { member_number: b, username: `u${a}`, email: `${a}@example.org` },
    );
    expect(await importText("members", exchanged)).toMatchObject({ refusals: 0, changed: 2 });
    expect(await find(a)).toMatchObject({ username: `u${b}`, email: `${b}@example.org` });
  });

  test("a new member may take the username that another gives up in the same file", async () => {
    const [a, b] = [aWord(), aWord()];
    await importText("members", membersFile({ member_number: a }));
    const taken = membersFile(
      { member_number: b, username: `u${a}` },
      { member_number: a, username: "" },
    );
    expect(await importText("members", taken)).toMatchObject({ added: 1, changed: 1 });
    expect(await find(a)).toMatchObject({ username: null });
  });

  test.each([
    ["member_number", (a: string) => ({ member_number: `U${a}` })],
    ["username", (a: string) => ({ member_number: aWord(), username: ` ${a.toLowerCase()} ` })],
    ["email", (a: string) => ({ member_number: aWord(), email: `${a.toLowerCase()}@EXAMPLE.ORG` })],
  ])("one whose %s is another member's, however written, is refused", async (column, row) => {
    const a = aWord();
    await importText("members", membersFile({ member_number: a }));
    const { lines } = await importText("members", membersFile(row(a)));
    expect(lines).toEqual([
      expect.stringMatching(`^line 2, column ${column}: .* belongs to another member\\.$`),
    ]);
  });

  test("two rows of a file may not share one, of whatever kind", async () => {
    const [a, b] = [aWord(), aWord()];
    const file = membersFile({ member_number: a, username: b }, { member_number: b });
    const { lines } = await importText("members", file);
    expect(lines).toEqual([`line 3, column member_number: ${b} belongs to the member of line 2.`]);
    expect(await findOrNull(a)).toBeNull();
  });

  test("a member may use the member number as username", async () => {
    const a = aWord();
    const file = membersFile({ member_number: a, username: a });
    expect(await importText("members", file)).toMatchObject({ refusals: 0, added: 1 });
  });
});

describe("what a file leaves out", () => {
  test("an empty cell clears, a column that is absent leaves untouched", async () => {
    const a = aWord();
    const whole = { phone: "+1 555 0100", licence_number: "L1", licence_state: "CA" };
    await importText("members", membersFile({ member_number: a, ...whole, local_office: a }));
    await importText("members", membersFile({ member_number: a, phone: "" }));
    expect(await find(a)).toMatchObject({
      phone: null,
      licenceState: null,
      licenceNumber: "L1",
      localOfficeId: expect.any(String),
    });
  });

  test("consent and retirement keep the instant since when they hold, until they end", async () => {
    const a = aWord();
    const row = { member_number: a, reporting_consent: "yes", status: "retired" };
    await importText("members", membersFile(row));
    const later = new Date("2026-12-01T10:00:00Z");
    expect(await importText("members", membersFile(row), { now: later })).toMatchObject({
      changed: 0,
    });
    expect(await find(a)).toMatchObject({ reportingConsentAt: NOW, retiredAt: NOW });
    await importText("members", membersFile({ member_number: a }));
    expect(await find(a)).toMatchObject({ reportingConsentAt: null, retiredAt: null });
  });
});

test("an export that nobody touched is imported with nothing changed", async () => {
  const a = aWord();
  const row = { phone: "+1 555 0100", address: "'t Hof 1", suffix: "'=MD", licence_number: "-5" };
  await importText("members", membersFile({ member_number: a, ...row }));
  expect(await find(a)).toMatchObject({ phone: "+1 555 0100", address: "'t Hof 1" });
  let file = CSV_MARK;
  for await (const line of exportLines("members", null)) file += csvLine(line);
  expect(file).toContain("'+1 555 0100");
  const again = await importText("members", file);
  expect(again).toMatchObject({ lines: [], refusals: 0, added: 0, changed: 0 });
  expect(await find(a)).toMatchObject({ phone: "+1 555 0100", licenceNumber: "-5" });
});

test("a profession that nobody knew is made, not as physicians; a known one is found however written", async () => {
  const [a, b, trade] = [aWord(), aWord(), `Trade ${aWord()}`];
  const { lines } = await importText(
    "members",
    membersFile({ member_number: a, profession: trade }, { member_number: b, profession: "md" }),
  );
  expect(lines).toEqual([expect.stringMatching("^line 2, column profession: ")]);
  expect(await db.profession.findUnique({ where: { name: trade } })).toMatchObject({
    physician: false,
  });
  expect(await find(b)).toMatchObject({ professionName: "MD" });
});

describe("a changed e-mail address", () => {
  test("ends sessions and reset links, and the old address is told", async () => {
    const [a, old, fresh] = [aWord(), `${aWord()}@example.org`, `${aWord()}@example.org`];
    await importText("members", membersFile({ member_number: a, email: old }));
    const member = await find(a);
    await aSession(member, NOW);
    await importText("members", membersFile({ member_number: a, email: fresh }));
    expect(await db.session.findMany({ where: { memberId: member.id } })).toMatchObject([
      { revokedAt: NOW },
    ]);
    const told = await db.message.findMany({ where: { memberId: member.id } });
    expect(told).toMatchObject([{ toAddress: old, kind: "email_changed" }]);
    const jobs = await db.$queryRaw`
      SELECT name FROM pgboss.job WHERE data ->> 'messageId' = ${told[0]?.id}`;
    expect(jobs).toEqual([{ name: "send-message" }]);
  });

  test("is told to all who have one in a few statements, however many they are", async () => {
    const rows = Array.from({ length: 5 }, () => ({ member_number: aWord() }));
    await importText("members", membersFile(...rows));
    const moved = rows.map((row) => ({ ...row, email: `${aWord()}@example.org` }));
    await importText("members", membersFile(...moved));
    const numbers = rows.map((row) => row.member_number);
    // What one statement wrote in a transaction has one command id.
    const told = await db.$queryRaw`
      SELECT count(*)::int AS mails, count(DISTINCT o.cmin::text)::int AS statements
        FROM messages o JOIN members m ON m.id = o.member_id
       WHERE m.member_number = ANY(${numbers}) AND o.kind = 'email_changed'`;
    expect(told).toEqual([{ mails: 5, statements: 1 }]);
  });

  test("written with other capitals is the same address", async () => {
    const a = aWord();
    await importText("members", membersFile({ member_number: a }));
    const member = await find(a);
    await aSession(member, NOW);
    await importText("members", membersFile({ member_number: a, email: `${a}@EXAMPLE.org` }));
    expect(await db.session.findFirst({ where: { memberId: member.id } })).toMatchObject({
      revokedAt: null,
    });
  });
});

test("a change is audited from what to what, and the values themselves can be erased", async () => {
  const a = aWord();
  await importText("members", membersFile({ member_number: a }));
  const { id } = await find(a);
  await importText("members", membersFile({ member_number: a, last_name: 'Náme "née" Öther' }));
  const entries = await db.auditEntry.findMany({
    where: { subjectId: id },
    include: { values: true },
  });
  expect(entries).toMatchObject([
    {
      act: "changed by import",
      values: [{ name: "last_name", value: { from: "Example", to: 'Náme "née" Öther' } }],
    },
  ]);
  const [value] = entries[0]?.values ?? [];
  expect(entries[0]?.digests).toEqual({
    last_name: digestOf(value?.salt ?? "", value?.value as Json),
  });
});

test("one entry stands for the file, with what it did", async () => {
  const before = await db.auditEntry.count({ where: { subject: "import" } });
  await importText("members", membersFile({ member_number: aWord() }, { member_number: aWord() }));
  const entries = await db.auditEntry.findMany({
    where: { subject: "import" },
    orderBy: { sequence: "asc" },
    skip: before,
  });
  expect(entries).toMatchObject([
    {
      subjectId: expect.stringMatching(/^[0-9a-f]{64}$/),
      facts: { kind: "members", rows: 2, added: 2, changed: 0 },
    },
  ]);
});
