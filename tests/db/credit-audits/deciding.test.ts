import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import { sendProofs } from "@/lib/credit-audit-answers/commands";
import { decideAudit, giveTime, remindOfAudits } from "@/lib/credit-audits/commands";
import { findAnyAudit } from "@/lib/credit-audits/queries";
import { unansweredWords } from "@/lib/credit-audits/wording";
import { db } from "@/lib/db";
import { REFUSAL_OF_OWN } from "@/lib/members/rules";
import { countWaiting } from "@/lib/waiting/queries";
import { aCreditAudit, DUE_ON } from "@/tests/support/a-credit-audit";
import { KEPT, refusalOf } from "@/tests/support/as-role";
import { aStaffMember, othersThanStaff } from "@/tests/support/staff";

const NOW = new Date("2026-11-25T15:00:00Z");
const AFTER = new Date("2026-12-23T15:00:00Z");

async function anAnswered() {
  const audited = await aCreditAudit();
  const { actor, auditId } = audited;
  await sendProofs(actor, { auditId, version: 0, note: "By post." }, NOW);
  return audited;
}

const passed = (auditId: string, version = 1) => {
  return { auditId, version, verdict: "passed" as const, note: "All there." };
};
const more = (auditId: string, version: number, dueOn: string) => {
  return { auditId, version, dueOn, reason: "Page 2 is missing." };
};
const mailsTo = ({ member }: { member: { id: string } }) =>
  db.message.findMany({ where: { memberId: member.id }, orderBy: { id: "asc" } });

describe("staff", () => {
  test.each(["passed", "failed"] as const)(
    "decide: %s, and nothing else changes",
    async (verdict) => {
      const audited = await anAnswered();
      const { auditId, renewalId, staff } = audited;
      const before = await db.renewal.findUniqueOrThrow({ where: { id: renewalId } });
      const waiting = (await countWaiting(NOW)).audits;
      await decideAudit(staff, { ...passed(auditId), verdict }, NOW);
      expect((await countWaiting(NOW)).audits).toBe(waiting - 1);
      expect(await findAnyAudit(auditId, DUE_ON)).toMatchObject({
        state: verdict,
        decidedAt: NOW,
        steps: [{ kind: "sent" }, { kind: verdict, text: "All there.", by: "Ada Example" }],
      });
      const mail = (await mailsTo(audited)).at(-1);
      expect(mail?.subject).toContain(verdict === "passed" ? "You passed" : "You did not pass");
      expect(mail?.text).toContain("All there.");
      const acts = await db.auditEntry.findMany({ where: { subjectId: auditId } });
      expect(acts.at(-1)).toMatchObject({ act: `${verdict} an audit`, actorId: staff.memberId });
      expect(await db.renewal.findUniqueOrThrow({ where: { id: renewalId } })).toEqual(before);
    },
  );

  test("decide nothing that its member still has time for", async () => {
    const { auditId, staff } = await aCreditAudit();
    await expect(decideAudit(staff, passed(auditId, 0), NOW)).rejects.toMatchObject({
      kind: "conflict",
    });
    await decideAudit(staff, { ...passed(auditId, 0), verdict: "failed" }, AFTER);
    expect(await findAnyAudit(auditId, DUE_ON)).toMatchObject({ state: "failed" });
  });

  test("send an answer back with the same last day, or a later one, and say why", async () => {
    const audited = await anAnswered();
    const { auditId, staff, actor } = audited;
    await giveTime(staff, more(auditId, 1, DUE_ON), NOW);
    expect(await findAnyAudit(auditId, "2026-11-25")).toMatchObject({
      state: "open",
      answeredAt: null,
      dueOn: DUE_ON,
    });
    expect((await mailsTo(audited)).at(-1)?.text).toContain("Page 2 is missing.");
    await sendProofs(actor, { auditId, version: 2, note: "Page 2 came." }, NOW);
    await giveTime(staff, more(auditId, 3, "2027-01-10"), NOW);
    const audit = await findAnyAudit(auditId, "2026-11-25");
    expect(audit).toMatchObject({ dueOn: "2027-01-10", version: 4 });
    expect(audit?.steps.map(({ kind, dueOn }) => [kind, dueOn])).toEqual([
      ["sent", DUE_ON],
      ["returned", DUE_ON],
      ["sent", DUE_ON],
      ["returned", "2027-01-10"],
    ]);
  });

  test("give more time, and the reminder comes for the new last day again", async () => {
    const audited = await aCreditAudit();
    const { auditId, staff } = audited;
    await remindOfAudits(new Date("2026-12-16T15:00:00Z"));
    await giveTime(staff, more(auditId, 0, "2027-01-31"), AFTER);
    expect(await findAnyAudit(auditId, "2026-12-23")).toMatchObject({ state: "open" });
    await remindOfAudits(AFTER);
    await remindOfAudits(new Date("2027-01-25T15:00:00Z"));
    const kinds = (await mailsTo(audited)).map(({ kind }) => kind);
    expect(kinds).toEqual([
      "credit_audit",
      "credit_audit_reminder",
      "credit_audit",
      "credit_audit_reminder",
    ]);
    await expect(giveTime(staff, more(auditId, 1, "2027-01-30"), NOW)).rejects.toMatchObject({
      field: "dueOn",
    });
  });

  test.each([
    ["2026-12-30", ["credit_audit"]],
    ["2026-12-31", ["credit_audit", "credit_audit_reminder"]],
  ])("give time until %s: of a day within a week the letter tells alone", async (dueOn, kinds) => {
    const audited = await aCreditAudit();
    const { auditId, staff } = audited;
    await giveTime(staff, more(auditId, 0, dueOn), AFTER);
    await remindOfAudits(AFTER);
    await remindOfAudits(new Date("2026-12-24T15:00:00Z"));
    const told = (await mailsTo(audited)).slice(1).map(({ kind }) => kind);
    expect(told).toEqual(kinds);
  });

  test("send an answer back a week before its last day: no reminder besides", async () => {
    const audited = await anAnswered();
    const { auditId, staff } = audited;
    const at = new Date("2026-12-15T15:00:00Z");
    await giveTime(staff, more(auditId, 1, DUE_ON), at);
    await remindOfAudits(at);
    const told = (await mailsTo(audited)).map(({ kind }) => kind);
    expect(told).toEqual(["credit_audit", "credit_audit"]);
  });

  test("are told of what came back unanswered, and so is its member", async () => {
    const audited = await anAnswered();
    const { auditId, staff } = audited;
    expect(unansweredWords([], "America/Chicago")).toBe("Nothing was sent.");
    await giveTime(staff, more(auditId, 1, DUE_ON), new Date("2026-11-27T03:00:00Z"));
    await remindOfAudits(new Date("2026-12-16T15:00:00Z"));
    const audit = await findAnyAudit(auditId, "2026-12-23");
    expect(audit?.state).toBe("overdue");
    expect(unansweredWords(audit?.steps ?? [], "America/Chicago")).toBe(
      "Sent back on 26 November 2026, nothing more was sent.",
    );
    const reminder = (await mailsTo(audited)).at(-1);
    expect(reminder).toMatchObject({ kind: "credit_audit_reminder" });
    expect(reminder?.text).toContain("was sent back to you, and nothing more has been sent since");
  });

  test("decide nothing about their own record", async () => {
    const { actor, auditId } = await anAnswered();
    const self = { ...actor, roles: ["staff", "administrator"] as const };
    for (const act of [
      () => decideAudit(self, passed(auditId), NOW),
      () => giveTime(self, more(auditId, 1, "2027-01-10"), NOW),
    ]) {
      await expect(act()).rejects.toMatchObject({ message: REFUSAL_OF_OWN });
    }
  });

  test("alone decide: for others, and for unknown audits, there is nothing", async () => {
    const { auditId, staff } = await anAnswered();
    const acts = [
      ...(await othersThanStaff()).map((actor) => [actor, auditId] as const),
      [staff, randomUUID()] as const,
    ];
    for (const [actor, id] of acts) {
      const isNotFound = { kind: "not-found" };
      await expect(decideAudit(actor, passed(id), NOW)).rejects.toMatchObject(isNotFound);
      await expect(giveTime(actor, more(id, 1, "2027-01-10"), NOW)).rejects.toMatchObject(
        isNotFound,
      );
    }
    expect(await findAnyAudit(auditId, DUE_ON)).toMatchObject({ state: "answered", version: 1 });
  });
});

describe("at once", () => {
  test("five members of staff decide: one does, four are told by whom", async () => {
    const { auditId } = await anAnswered();
    const staff = await Promise.all(Array.from({ length: 5 }, aStaffMember));
    const outcomes = await Promise.allSettled(
      staff.map((actor) => decideAudit(actor, passed(auditId), NOW)),
    );
    const told = outcomes.flatMap((each) => (each.status === "rejected" ? [each.reason] : []));
    expect(told.map(({ message }) => message)).toEqual(
      Array.from(
        { length: 4 },
        () => "Ada Example passed it meanwhile. Look at the audit as it stands now.",
      ),
    );
    expect(await db.creditAuditStep.count({ where: { auditId } })).toBe(2);
  });

  test("a decision over what the member sent meanwhile is told so", async () => {
    const { auditId, actor, staff } = await aCreditAudit();
    await sendProofs(actor, { auditId, version: 0, note: "Late." }, AFTER);
    await expect(
      decideAudit(staff, { ...passed(auditId, 0), verdict: "failed" }, AFTER),
    ).rejects.toMatchObject({
      kind: "conflict",
      message: expect.stringContaining("sent documents"),
    });
  });
});

test("a decided audit stays decided, whoever writes", async () => {
  const { auditId, staff } = await anAnswered();
  await decideAudit(staff, passed(auditId), NOW);
  const sql = `UPDATE credit_audits SET verdict = 'failed' WHERE id = '${auditId}'`;
  for (const role of ["credence_app", "the owner"] as const) {
    expect(await refusalOf(role, sql)).toBe(KEPT);
  }
});
