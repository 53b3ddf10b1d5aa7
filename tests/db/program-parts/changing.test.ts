import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { addCreditType, changeCreditType } from "@/lib/credit-types/commands";
import { findCreditType } from "@/lib/credit-types/queries";
import { addCreditTypeSchema } from "@/lib/credit-types/schema";
import { db } from "@/lib/db";
import { fingerprintOf } from "@/lib/fingerprint";
import { addFormat, changeFormat } from "@/lib/formats/commands";
import { findFormat } from "@/lib/formats/queries";
import type { AddFormat } from "@/lib/formats/schema";
import { type Actor, MACHINE } from "@/lib/members/rules";
import { nameProgram } from "@/lib/program-names/commands";
import { ensureProgram, saveRuleVersion } from "@/lib/programs/commands";
import { findProgramCode } from "@/lib/programs/queries";
import { addProvider, changeProvider } from "@/lib/providers/commands";
import { findProvider, listProviders } from "@/lib/providers/queries";
import { FIRST_DRAFT } from "@/lib/rule-drafts/rules";
import { aStaffMember, othersThanStaff } from "@/tests/support/staff";

const now = new Date("2026-11-22T10:00:00Z");
const own = () => `P ${randomUUID().slice(0, 8)}`;

const plain = {
  position: null,
  formPosition: null,
  documentRequired: false,
  reviewRequired: false,
  conversionOffered: false,
  participation: false,
};

async function aFormat() {
  const name = own();
  await addFormat(MACHINE, { name, ...plain }, now);
  return name;
}

async function aProvider(name = own()) {
  await addProvider(MACHINE, { name, inNetwork: false, common: false }, now);
  return db.provider.findFirstOrThrow({
    where: { name },
    select: { id: true, name: true, inNetwork: true, common: true },
  });
}

async function changeTo(name: string, told: Partial<AddFormat>, actor: Actor = MACHINE) {
  const before = await findFormat(name, db);
  if (!before) throw new Error("There is no such format.");
  await changeFormat(actor, { ...before, ...told, seen: fingerprintOf(before) }, now);
}

const lastAudit = (subjectId: string) =>
  db.auditEntry.findFirstOrThrow({ where: { subjectId }, orderBy: { sequence: "desc" } });

test("a format is added and changed, and the log keeps from what to what", async () => {
  const name = await aFormat();
  await changeTo(name, { reviewRequired: true, position: 77 });
  expect(await findFormat(name, db)).toMatchObject({ reviewRequired: true, position: 77 });
  expect((await lastAudit(name)).facts).toEqual({
    reviewRequired: { from: false, to: true },
    position: { from: null, to: 77 },
  });
  const before = await db.auditEntry.count();
  await changeTo(name, {});
  expect(await db.auditEntry.count()).toBe(before);
  await expect(addFormat(MACHINE, { name, ...plain }, now)).rejects.toMatchObject({
    kind: "conflict",
    field: "name",
  });
});

test("of two forms that show the same format one is saved, the other told", async () => {
  const name = await aFormat();
  const shown = await findFormat(name, db);
  if (!shown) throw new Error("There is no such format.");
  const seen = fingerprintOf(shown);
  const saves = await Promise.allSettled(
    [1, 2, 3].map((position) => changeFormat(MACHINE, { ...shown, position, seen }, now)),
  );
  expect(saves.map(({ status }) => status).toSorted()).toEqual([
    "fulfilled",
    "rejected",
    "rejected",
  ]);
});

test("a format can't become participation credit where maximums would overlap", async () => {
  const name = await aFormat();
  const code = own();
  await ensureProgram(MACHINE, { code, names: [{ code, name: code, fromOn: "2000-01-01" }] }, now);
  const caps = [
    { formats: "participation" as const, credits: 200, per: "calendar year" as const },
    { formats: [name, "Other"], credits: 200, per: "calendar year" as const },
  ];
  const terms = { ...FIRST_DRAFT, caps };
  await saveRuleVersion(MACHINE, { programCode: code, fromOn: "2000-01-01", terms }, now);
  await expect(changeTo(name, { participation: true })).rejects.toMatchObject({
    kind: "invalid",
    field: "participation",
    message: expect.stringContaining(`In the rules of ${code}: The maximum for`),
  });
  expect(await findFormat(name, db)).toMatchObject({ participation: false });
});

test("a provider is renamed; its name is nobody else's, folded too", async () => {
  const [one, other] = [await aProvider(), await aProvider()];
  const renamed = { ...one, name: `${one.name} Institute`, inNetwork: true };
  await changeProvider(MACHINE, { ...renamed, seen: fingerprintOf(one) }, now);
  expect(await findProvider(one.id, db)).toEqual(renamed);
  expect((await lastAudit(one.id)).facts).toMatchObject({
    name: { from: one.name, to: renamed.name },
  });
  const thief = { ...other, name: renamed.name.toUpperCase(), seen: fingerprintOf(other) };
  await expect(changeProvider(MACHINE, thief, now)).rejects.toMatchObject({ field: "name" });
  const late = { ...one, seen: fingerprintOf(one) };
  await expect(changeProvider(MACHINE, late, now)).rejects.toMatchObject({ kind: "conflict" });
});

test("providers are found by a part of the name and paged by name", async () => {
  const mark = randomUUID().slice(0, 8);
  for (let nth = 0; nth < 30; nth++)
    await aProvider(`Ängel_${mark} ${String(nth).padStart(2, "0")}`);
  const first = await listProviders({ q: `ÄNGEL_${mark}`, after: null });
  expect(first.providers).toHaveLength(25);
  const second = await listProviders({ q: `ÄNGEL_${mark}`, after: first.next });
  expect(second.providers.map(({ name }) => name.slice(-2))).toEqual([
    "25",
    "26",
    "27",
    "28",
    "29",
  ]);
  expect(second.next).toBeNull();
  expect((await listProviders({ q: `Ängel%${mark}`, after: null })).providers).toEqual([]);
});

test("a credit type is added and changed", async () => {
  const name = own();
  const typed = { name, increment: "0.1", minutesPerCredit: "60", retentionYears: "7" };
  await addCreditType(MACHINE, addCreditTypeSchema.parse(typed), now);
  const before = await findCreditType(name, db);
  expect(before).toMatchObject({ increment: 10, retentionYears: 7, reportPosition: null });
  if (!before) throw new Error("There is no such credit type.");
  const change = { ...before, increment: 25, seen: fingerprintOf(before) };
  await changeCreditType(MACHINE, change, now);
  expect((await lastAudit(name)).facts).toEqual({ increment: { from: 10, to: 25 } });
  await expect(changeCreditType(MACHINE, change, now)).rejects.toMatchObject({ kind: "conflict" });
});

test.each(["", "0", "x", "0.001"])("an increment of “%s” is refused", (increment) => {
  const typed = { name: "Any", increment, minutesPerCredit: "60" };
  expect(addCreditTypeSchema.safeParse(typed).success).toBe(false);
});

test("a program gets a name from a date on, under a code of its own", async () => {
  const [code, next] = [own(), own()];
  await ensureProgram(
    MACHINE,
    { code, names: [{ code, name: "First", fromOn: "2000-01-01" }] },
    now,
  );
  const name = { programCode: code, code: next, name: "Second", fromOn: "2027-01-01" };
  await nameProgram(MACHINE, name, now);
  expect(await findProgramCode(next)).toBe(code);
  for (const taken of [{ code }, { code: own() }]) {
    await expect(nameProgram(MACHINE, { ...name, ...taken }, now)).rejects.toMatchObject({
      kind: "conflict",
      field: "code",
    });
  }
});

test("nobody but administrators changes any of it", async () => {
  const name = await aFormat();
  const provider = await aProvider();
  const increment = { increment: 25, minutesPerCredit: 60, retentionYears: null };
  const type = { name: own(), ...increment, physiciansOnly: false, reportPosition: null };
  const named = { programCode: "CAM", code: own(), name: "Mine", fromOn: "2027-01-01" };
  for (const actor of [...(await othersThanStaff()), await aStaffMember()]) {
    const acts = await Promise.allSettled([
      addFormat(actor, { name: own(), ...plain }, now),
      changeTo(name, { reviewRequired: true }, actor),
      addProvider(actor, { name: own(), inNetwork: true, common: true }, now),
      changeProvider(actor, { ...provider, seen: fingerprintOf(provider), name: "Mine" }, now),
      addCreditType(actor, type, now),
      nameProgram(actor, named, now),
    ]);
    const answers = acts.map((each) => (each.status === "rejected" ? each.reason.kind : "done"));
    expect(answers).toEqual(acts.map(() => "not-found"));
  }
});
