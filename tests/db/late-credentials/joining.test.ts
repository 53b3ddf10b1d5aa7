import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import { dateOf } from "@/lib/calendar";
import { db } from "@/lib/db";
import { joinLateCredentials, replaceInvoice } from "@/lib/invoice-changes/commands";
import { issueInvoices } from "@/lib/invoices/commands";
import { schedules } from "@/lib/jobs/schedules";
import { renewByItself } from "@/lib/late-credentials/commands";
import { listLateOf } from "@/lib/late-credentials/queries";
import { renewByItselfSchema } from "@/lib/late-credentials/schema";
import type { Actor } from "@/lib/members/rules";
import { ruleTermsSchema } from "@/lib/programs/schema";
import { listLateCredentials } from "@/lib/renewal-lists/queries";
import { findAnyRenewal, findStanding } from "@/lib/renewals/queries";
import { grantWaiver } from "@/lib/waivers/commands";
import { aCertification } from "@/tests/support/a-certification";
import { aPaidPayment, invoiceOf } from "@/tests/support/a-payment";
import { aRenewal, breakRenewal, INVOICED_AT, INVOICED_ON } from "@/tests/support/a-renewal";
import { posted } from "@/tests/support/a-reporting-form";
import { actorOf, anAccount } from "@/tests/support/accounts";
import { aStaffMember } from "@/tests/support/staff";
import { years } from "@/tests/unit/programs/shipped";

const now = INVOICED_AT;

async function anAdministrator(): Promise<Actor> {
  return { ...actorOf(await anAccount({ password: null })), roles: ["administrator"] };
}

/** A credential for 2027 that comes when its member's renewal is invoiced. */
async function comesLate(member: { id: string }, code = "CAM") {
  const dates = { startsOn: "2027-01-01", endsOn: "2027-12-31" };
  const { cycles } = await aCertification(code, [dates], member.id);
  return cycles.map(({ id }) => id);
}

const change = async (renewalId: string, joining: string[]) => {
  const figures = { requiredCredits: 600, minimumCredits: 300, adjustment: 0, lateFee: 5000 };
  const seen = (await invoiceOf(renewalId)).number;
  return { renewalId, seen, joining, ...figures, reason: "CAM came in July" };
};

async function found(renewalId: string) {
  const renewal = await findAnyRenewal(renewalId);
  if (!renewal) throw new Error("There is no renewal.");
  return renewal;
}

const mailsOf = (memberId: string) =>
  db.message.findMany({ where: { memberId }, orderBy: { id: "asc" } });

describe("a credential that comes when its invoice is waived or was changed", () => {
  test("is put on a new one by an administrator, with the figures that they set", async () => {
    const { id, member } = await aRenewal("CALP");
    const administrator = await anAdministrator();
    await replaceInvoice(administrator, { ...(await change(id, [])), reason: "joined late" }, now);
    const late = await comesLate(member);
    expect(await joinLateCredentials(INVOICED_ON, now)).toBe(0);
    expect((await listLateCredentials(INVOICED_ON)).shown).toContainEqual(
      expect.objectContaining({ renewalId: id, code: "CAM" }),
    );
    await replaceInvoice(administrator, await change(id, late), now);
    const renewal = await found(id);
    expect(renewal.cycles).toHaveLength(2);
    expect(renewal.invoice).toMatchObject({
      requiredCredits: 600,
      ruledCredits: 800,
      lines: [
        { text: "CALP 2027 renewal", cents: 12500 },
        { text: "CAM 2027 renewal", cents: 12500 },
      ],
    });
    expect(await listLateOf(renewal, INVOICED_ON)).toEqual([]);
    const letter = (await mailsOf(member.id)).at(-1);
    expect(letter).toMatchObject({
      kind: "renewal_due",
      subject: "Your invoice for CALP and CAM has changed: $250.00",
    });
    for (const line of [
      "CALP 2027 renewal: $125.00\nCAM 2027 renewal: $125.00\nFrom 1 April 2027 on a late fee of $50.00 is added.\nTotal: $250.00",
      "due on 1 January 2027 and asks for 6 CECs",
    ]) {
      expect(letter?.text).toContain(line);
    }
  });

  test("waits on where it was not ticked, and is refused where it waits no longer", async () => {
    const { id, member } = await aRenewal("CALP");
    const administrator = await anAdministrator();
    await grantWaiver(
      administrator,
      { renewalId: id, part: "fee", kind: "emeritus", reason: "since 2026" },
      now,
    );
    const late = await comesLate(member);
    await replaceInvoice(administrator, await change(id, []), now);
    expect((await found(id)).cycles).toHaveLength(1);
    const [waiting] = await listLateOf(await found(id), INVOICED_ON);
    expect(waiting?.cycleId).toBe(late[0]);
    const input = await change(id, late);
    const tries = [1, 2].map(() => replaceInvoice(administrator, input, now));
    const settled = await Promise.allSettled(tries);
    expect(settled.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
    await expect(replaceInvoice(administrator, await change(id, late), now)).rejects.toMatchObject({
      message: expect.stringContaining("waits here no longer"),
    });
    expect(await found(id)).toMatchObject({ isFeeWaived: true, isPaid: true });
    expect((await mailsOf(member.id)).at(-1)?.text).toContain("The fee is waived.\nTotal: $0.00");
  });
});

describe("a credential that comes when its renewal is paid", () => {
  test("renews by itself: with its own invoice, by the rules, and the same credits", async () => {
    const { renewal } = await aPaidPayment({ renewal: await aRenewal("CALP") });
    const { id, member } = renewal;
    const late = await comesLate(member);
    await expect(
      replaceInvoice(await anAdministrator(), await change(id, late), now),
    ).rejects.toMatchObject({ kind: "conflict" });
    const own = await renewByItself(
      await anAdministrator(),
      { renewalId: id, byItself: late },
      now,
    );
    expect(await found(own)).toMatchObject({
      isPaid: false,
      cycles: [{ id: late[0] }],
      invoice: { requiredCredits: 800, reason: null, lines: [{ text: "CAM 2027 renewal" }] },
    });
    expect(await found(id)).toMatchObject({ isPaid: true, cycles: [{ programCode: "CALP" }] });
    await posted(member.id, 600);
    expect(await findStanding(member.id, id)).toMatchObject({ outstanding: 0 });
    expect(await findStanding(member.id, own)).toMatchObject({ counted: 600, outstanding: 200 });
    expect((await mailsOf(member.id)).at(-1)?.subject).toBe("It's time to renew CAM");
    expect(await issueInvoices(INVOICED_ON, now)).toBe(0);
  });

  test("does so once, whoever asks at once", async () => {
    const { renewal } = await aPaidPayment({ renewal: await aRenewal("CALP") });
    const byItself = await comesLate(renewal.member);
    const administrators = [await anAdministrator(), await anAdministrator()];
    const tries = administrators.map((actor) =>
      renewByItself(actor, { renewalId: renewal.id, byItself }, now),
    );
    const refused = (await Promise.allSettled(tries)).flatMap((each) =>
      each.status === "rejected" ? [each.reason] : [],
    );
    expect(refused).toMatchObject([
      { kind: "conflict", message: expect.stringContaining("waits here no longer") },
    ]);
    expect(await db.renewal.count({ where: { memberId: renewal.member.id } })).toBe(2);
  });

  test("is followed by others that come later still, each with its own", async () => {
    const { renewal } = await aPaidPayment({ renewal: await aRenewal("CALP") });
    const administrator = await anAdministrator();
    const renewalId = renewal.id;
    const byItself = await comesLate(renewal.member);
    const own = await renewByItself(administrator, { renewalId, byItself }, now);
    const later = await comesLate(renewal.member, "CAS");
    expect(await joinLateCredentials(INVOICED_ON, now)).toBe(0);
    const next = await renewByItself(administrator, { renewalId, byItself: later }, now);
    expect((await found(own)).cycles.map(({ programCode }) => programCode)).toEqual(["CAM"]);
    expect((await found(next)).cycles.map(({ programCode }) => programCode)).toEqual(["CAS"]);
  });
});

describe("of several credentials that come when their renewal is paid", () => {
  async function threeLate() {
    const { renewal } = await aPaidPayment({ renewal: await aRenewal("CALP") });
    const late = [];
    for (const code of ["CAM", "CAS", "AIME"])
      late.push(...(await comesLate(renewal.member, code)));
    return { renewalId: renewal.id, member: renewal.member, late };
  }

  const codesOf = async (renewalId: string) =>
    (await found(renewalId)).cycles.map(({ programCode }) => programCode).toSorted();

  test("those that are ticked share an invoice, and the others wait on", async () => {
    const { renewalId, late } = await threeLate();
    const administrator = await anAdministrator();
    const byItself = late.slice(0, 2);
    const own = await renewByItself(administrator, { renewalId, byItself }, now);
    expect(await codesOf(own)).toEqual(["CAM", "CAS"]);
    expect(await joinLateCredentials(INVOICED_ON, now)).toBe(0);
    expect(await listLateOf(await found(renewalId), INVOICED_ON)).toMatchObject([
      { cycleId: late[2] },
    ]);
    const next = await renewByItself(administrator, { renewalId, byItself: late.slice(2) }, now);
    expect(await codesOf(next)).toEqual(["AIME"]);
  });

  test("two who tick different ones at once both get theirs", async () => {
    const { renewalId, late } = await threeLate();
    const [administrator, colleague] = [await anAdministrator(), await anAdministrator()];
    const [own, next] = await Promise.all([
      renewByItself(administrator, { renewalId, byItself: late.slice(0, 1) }, now),
      renewByItself(colleague, { renewalId, byItself: late.slice(1) }, now),
    ]);
    expect([await codesOf(own), await codesOf(next)]).toEqual([["CAM"], ["AIME", "CAS"]]);
  });

  test("of two who tick the same one at once, one is refused with all that they ticked", async () => {
    const { renewalId, member, late } = await threeLate();
    const [administrator, colleague] = [await anAdministrator(), await anAdministrator()];
    const settled = await Promise.allSettled([
      renewByItself(administrator, { renewalId, byItself: late.slice(0, 2) }, now),
      renewByItself(colleague, { renewalId, byItself: late.slice(1) }, now),
    ]);
    expect(settled.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
    expect(await db.renewal.count({ where: { memberId: member.id } })).toBe(2);
    expect(await listLateOf(await found(renewalId), INVOICED_ON)).toHaveLength(1);
  });

  test("another member's is refused, and so is one that is on the invoice already", async () => {
    const { renewalId, member, late } = await threeLate();
    const administrator = await anAdministrator();
    const theirs = await threeLate();
    const onIt = (await found(renewalId)).cycles.map(({ id }) => id);
    for (const wrong of [theirs.late, onIt]) {
      const byItself = [...late, ...wrong];
      await expect(
        renewByItself(administrator, { renewalId, byItself }, now),
      ).rejects.toMatchObject({
        kind: "conflict",
        message: expect.stringContaining("waits here no longer"),
      });
    }
    expect(await db.renewal.count({ where: { memberId: member.id } })).toBe(1);
  });

  test("at least one is ticked", () => {
    const sent = { renewalId: randomUUID(), byItself: [] };
    const issues = [expect.objectContaining({ message: "Choose at least one credential." })];
    expect(renewByItselfSchema.safeParse(sent).error?.issues).toEqual(issues);
  });
});

test("what gets onto the invoice by itself has no invoice of its own", async () => {
  const { id, member } = await aRenewal("CALP");
  const byItself = await comesLate(member);
  await expect(
    renewByItself(await anAdministrator(), { renewalId: id, byItself }, now),
  ).rejects.toMatchObject({ kind: "conflict", message: expect.stringContaining("by itself") });
  expect(await joinLateCredentials(INVOICED_ON, now)).toBe(1);
  expect((await mailsOf(member.id)).at(-1)?.subject).toBe(
    "Your invoice for CALP and CAM has changed: $250.00",
  );
});

test("who comes after a renewal that nobody can judge has the credential joined all the same", async () => {
  const broken = await aRenewal("CALP");
  await comesLate(broken.member);
  await breakRenewal(broken);
  const { id, member } = await aRenewal("CALP");
  await comesLate(member);
  await expect(joinLateCredentials(INVOICED_ON, now)).rejects.toMatchObject({
    errors: [{ message: expect.stringContaining("has no rules for the cycle") }],
  });
  expect((await found(id)).cycles).toHaveLength(2);
  await db.member.update({ where: { id: broken.member.id }, data: { retiredAt: now } });
});

test("where another's invoice can't be issued, the credential is joined all the same", async () => {
  const { id, member } = await aRenewal("CALP");
  await comesLate(member);
  const { versions } = await db.program.findUniqueOrThrow({
    where: { code: "CAM" },
    include: { versions: true },
  });
  const dear = versions.map(({ fromOn, terms }) => {
    // No line of an invoice holds it.
    return { fromOn, terms: { ...ruleTermsSchema.parse(terms), fee: 100_000_001 } };
  });
  const names = { create: { code: "DEAR", name: "Dear", fromOn: dateOf("2020-01-01") } };
  await db.program.create({ data: { code: "DEAR", names, versions: { create: dear } } });
  const { memberId } = await aCertification("DEAR", [years(2027)]);
  await expect(schedules["issue-invoices"].act(now)).rejects.toThrow("invoice a member");
  expect((await found(id)).cycles).toHaveLength(2);
  await db.member.update({ where: { id: memberId }, data: { retiredAt: now } });
});

test("staff without money and members find no such act, and nobody does it to their own", async () => {
  const { renewal } = await aPaidPayment({ renewal: await aRenewal("CALP") });
  const told = { renewalId: renewal.id, byItself: await comesLate(renewal.member) };
  for (const actor of [await aStaffMember(), actorOf(renewal.member)]) {
    await expect(renewByItself(actor, told, now)).rejects.toMatchObject({ kind: "not-found" });
  }
  const own: Actor = { ...actorOf(renewal.member), roles: ["administrator"] };
  await expect(renewByItself(own, told, now)).rejects.toMatchObject({ kind: "invalid" });
  expect(await db.renewal.count({ where: { memberId: renewal.member.id } })).toBe(1);
});
