import { expect, test } from "vitest";
import { findCertificate } from "@/lib/certificates/queries";
import { db } from "@/lib/db";
import { fingerprintOf } from "@/lib/fingerprint";
import { changeLogo } from "@/lib/logos/commands";
import { findLogo } from "@/lib/logos/queries";
import { MACHINE } from "@/lib/members/rules";
import { changeSettings } from "@/lib/settings/commands";
import { readSettings } from "@/lib/settings/queries";
import { aPng } from "@/tests/support/a-picture";
import { actorOf } from "@/tests/support/accounts";
import { anIssuedCertificate } from "@/tests/support/an-issued-certificate";
import { aFile } from "@/tests/support/files";
import { aStaffMember, othersThanStaff } from "@/tests/support/staff";

const now = new Date("2026-11-22T10:00:00Z");
const drawn = async () => {};
const shown = async () => fingerprintOf(await readSettings(db));
const logoNow = async () => (await readSettings(db)).logoSha256;

async function take(bytes: Uint8Array<ArrayBuffer>, trial: () => Promise<void> = drawn) {
  await changeLogo(MACHINE, { seen: await shown(), bytes }, now, trial);
  return logoNow();
}

const withoutLogo = () => changeSettings(MACHINE, { logoSha256: null }, now);

test("a picture becomes the logo, is kept as it came, and the log tells of it", async () => {
  await withoutLogo();
  const bytes = aPng({ shade: 11 });
  const sha256 = await take(bytes);
  expect(await findLogo(sha256 ?? "")).toMatchObject({ mediaType: "image/png", bytes });
  const entry = await db.auditEntry.findFirstOrThrow({
    orderBy: { sequence: "desc" },
    select: { act: true, facts: true },
  });
  expect(entry).toEqual({
    act: "changed settings",
    facts: { logoSha256: { from: null, to: sha256 } },
  });
  await withoutLogo();
  expect(await take(bytes)).toBe(sha256);
  await withoutLogo();
});

test("a certificate keeps the logo that it was issued with, and one before has none", async () => {
  await withoutLogo();
  const before = await anIssuedCertificate();
  const first = await take(aPng({ shade: 21 }));
  const { claim, number } = await anIssuedCertificate();
  await take(aPng({ shade: 22 }));
  const logoOf = async (owner: typeof claim, of: string) =>
    (await findCertificate(actorOf(owner.member), of, 1))?.facts.logo;
  expect(await logoOf(claim, number)).toBe(first);
  expect(await logoOf(before.claim, before.number)).toBeUndefined();
  await withoutLogo();
});

test("what is no picture, or can't be drawn, leaves the logo as it was", async () => {
  const stands = await logoNow();
  for (const [bytes, field] of [
    [aFile("html"), "kind"],
    [aFile("gif"), "kind"],
    [aFile("empty"), "file"],
    [new TextEncoder().encode('<svg xmlns="http://www.w3.org/2000/svg"/>'), "kind"],
    [aPng({ width: 8, height: 8 }), "pixels"],
    [aPng({ isBroken: true }), "broken"],
  ] as const) {
    await expect(take(bytes)).rejects.toMatchObject({ kind: "invalid", field });
  }
  const trial = take(aPng({ shade: 31 }), () => Promise.reject(new Error("not to be drawn")));
  await expect(trial).rejects.toMatchObject({ field: "broken" });
  expect(await logoNow()).toBe(stands);
});

test("of two logos chosen before the same page, the second is told", async () => {
  const seen = await shown();
  const outcomes = await Promise.allSettled(
    [41, 42].map((shade) => changeLogo(MACHINE, { seen, bytes: aPng({ shade }) }, now, drawn)),
  );
  expect(outcomes.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
  expect(outcomes.find(({ status }) => status === "rejected")).toMatchObject({
    reason: { kind: "conflict" },
  });
  await withoutLogo();
});

test("nobody but administrators changes it", async () => {
  const seen = await shown();
  const bytes = aPng({ shade: 51 });
  for (const actor of [await aStaffMember(), ...(await othersThanStaff())]) {
    const change = changeLogo(actor, { seen, bytes }, now, drawn);
    await expect(change).rejects.toMatchObject({ kind: "not-found" });
  }
});

test("a picture that was a logo never changes and never goes", async () => {
  const sha256 = (await take(aPng({ shade: 61 }))) ?? "";
  const bytes = aPng({ shade: 62 });
  await expect(db.logo.update({ where: { sha256 }, data: { bytes } })).rejects.toThrow();
  await expect(db.logo.delete({ where: { sha256 } })).rejects.toThrow();
  const wrong = { sha256: "0".repeat(64), mediaType: "image/png", width: 1, height: 1, bytes };
  await expect(db.logo.create({ data: { ...wrong, uploadedAt: now } })).rejects.toThrow();
  await withoutLogo();
});
