import { expect, test } from "vitest";
import { reissueCertificate, revokeCertificate } from "@/lib/certificates/commands";
import { db } from "@/lib/db";
import { beginExport } from "@/lib/exports/commands";
import { exportLines } from "@/lib/exports/queries";
import { EXPORTS, type ExportKind } from "@/lib/exports/rules";
import { aClaim } from "@/tests/support/a-claim";
import { anAccount } from "@/tests/support/accounts";
import { anEntry } from "@/tests/support/an-entry";
import { anIssuedCertificate } from "@/tests/support/an-issued-certificate";
import { aStaffMember, othersThanStaff } from "@/tests/support/staff";

const now = new Date("2026-11-21T10:00:00Z");
const ALL = { from: "1900-01-01", to: "2999-12-31" };

async function linesOf(kind: ExportKind, range: typeof ALL | null = ALL) {
  const lines: string[][] = [];
  for await (const line of exportLines(kind, range)) lines.push(line);
  const [head = [], ...rows] = lines;
  return rows.map((row) => Object.fromEntries(head.map((name, place) => [name, row[place]])));
}

test.each(Object.keys(EXPORTS) as ExportKind[])(
  "%s: each row has a cell a column",
  async (kind) => {
    await anAccount({ password: null });
    for await (const line of exportLines(kind, ALL)) expect(line).not.toContain(undefined);
  },
);

test("members come in the columns of the import file", async () => {
  const member = await anAccount({ password: null, retiredAt: now });
  const found = (await linesOf("members", null)).find(
    ({ member_number }) => member_number === member.memberNumber,
  );
  expect(found).toMatchObject({ email: member.email, last_name: "Example", status: "retired" });
});

test("more members than a batch are all there once", async () => {
  const many = Array.from({ length: 2100 }, (_, n) => ({
    firstName: "Many",
    lastName: `Number ${n}`,
    email: `many-${n}@export.example.org`,
    createdAt: now,
  }));
  await db.member.createMany({ data: many });
  const emails = (await linesOf("members", null)).map(({ email }) => email);
  expect(new Set(emails).size).toBe(emails.length);
  expect(emails.filter((email) => email?.endsWith("@export.example.org"))).toHaveLength(2100);
});

test("credit is exported by the date earned, edges inclusive, as it stands", async () => {
  const member = await anAccount({ password: null });
  for (const earnedOn of ["2019-12-31", "2020-01-01", "2020-12-31", "2021-01-01"]) {
    await anEntry(member, { earnedOn, credits: 650, title: `=HYPERLINK ${earnedOn}` });
  }
  const found = await linesOf("credit", { from: "2020-01-01", to: "2020-12-31" });
  const own = found.filter(({ member_number }) => member_number === member.memberNumber);
  expect(own.map(({ date_earned, credits }) => [date_earned, credits])).toEqual([
    ["2020-01-01", "6.50"],
    ["2020-12-31", "6.50"],
  ]);
});

test("a claimed day is there with what was typed, zero told from nothing", async () => {
  const { member } = await aClaim({ credits: [650, 0, null] });
  const found = (await linesOf("claims")).filter(
    ({ member_number }) => member_number === member.memberNumber,
  );
  expect(found.map(({ credits }) => credits).toSorted()).toEqual(
    expect.arrayContaining(["0.00", "6.50"]),
  );
});

test("a certificate that was revoked says since when; one that stands again says nothing", async () => {
  const { claim, number } = await anIssuedCertificate();
  const standing = await anIssuedCertificate();
  const staff = await aStaffMember();
  const revokedIn = async (certificate: string) => {
    const found = (await linesOf("claims")).filter((line) => line.certificate === certificate);
    return found.map(({ certificate_revoked }) => certificate_revoked);
  };
  expect(await revokedIn(number)).toEqual(["", ""]);
  const act = { registrationId: claim.id, reason: "Asked." };
  await revokeCertificate(staff, { ...act, version: 1 }, now);
  expect(await revokedIn(number)).toEqual(["2026-11-21 10:00", "2026-11-21 10:00"]);
  expect(await revokedIn(standing.number)).toEqual(["", ""]);
  await reissueCertificate(staff, { ...act, version: 1 }, now);
  expect(await revokedIn(number)).toEqual(["", ""]);
});

test("who takes an export is in the log; others than staff take none", async () => {
  const told = { act: "exported", subjectId: "members" };
  const about = { kind: "members", range: null } as const;
  await beginExport(await aStaffMember(), about, now);
  expect(await db.auditEntry.count({ where: told })).toBe(1);
  for (const actor of await othersThanStaff()) {
    const begin = beginExport(actor, about, now);
    await expect(begin).rejects.toMatchObject({ kind: "not-found" });
  }
  expect(await db.auditEntry.count({ where: told })).toBe(1);
});
