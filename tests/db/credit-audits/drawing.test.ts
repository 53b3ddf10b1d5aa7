import { randomUUID } from "node:crypto";
import { addDays } from "date-fns";
import { describe, expect, test } from "vitest";
import { dayOf } from "@/lib/calendar";
import { listAudits } from "@/lib/credit-audit-lists/queries";
import { drawAudits } from "@/lib/credit-audit-selections/commands";
import {
  countCandidates,
  findCandidatesOf,
  findSelection,
  listCandidates,
  listSelections,
} from "@/lib/credit-audit-selections/queries";
import { draw, hashOfCandidates } from "@/lib/credit-audit-selections/rules";
import { remindOfAudits } from "@/lib/credit-audits/commands";
import { listAuditsWith } from "@/lib/credit-audits/queries";
import { db } from "@/lib/db";
import {
  aCreditAudit,
  aDraw,
  aRenewedRenewal,
  DRAWN_AT,
  DUE_ON,
} from "@/tests/support/a-credit-audit";
import { breakRenewal } from "@/tests/support/a-renewal";
import { aStaffMember, othersThanStaff } from "@/tests/support/staff";

const candidatesDue = (dueOn: string) => listCandidates({ program: "", from: dueOn, to: dueOn });

async function aPopulation(count: number) {
  const renewals = [];
  for (let n = 0; n < count; n += 1) renewals.push(await aRenewedRenewal());
  const [first, last] = [renewals[0], renewals.at(-1)];
  return { renewals, from: first?.dueOn ?? "", to: last?.dueOn ?? "" };
}

describe("a draw", () => {
  test("keeps its seed, its list and who drew; each member is told, with 30 days", async () => {
    const { renewals, from, to } = await aPopulation(4);
    const staff = await aStaffMember();
    const input = await aDraw("", { from, to, size: 50 });
    await drawAudits(staff, input, DRAWN_AT);
    const ids = renewals.map(({ id }) => id);
    const chosen = draw("4 8 15", ids, { size: 2, unit: "renewals" });
    const selection = await findSelection(input.selectionId);
    expect(selection).toMatchObject({
      seed: "4 8 15",
      population: 4,
      drawn: 2,
      candidatesHash: hashOfCandidates(ids),
      dueFrom: from,
      programCode: null,
      drawnAt: DRAWN_AT,
    });
    expect((await findCandidatesOf(input.selectionId))?.candidates).toEqual(ids.toSorted());
    const audits = await db.creditAudit.findMany({
      where: { selectionId: input.selectionId },
      orderBy: { place: "asc" },
    });
    expect(audits.map(({ renewalId }) => renewalId)).toEqual(chosen);
    expect(audits.map(({ dueOn }) => dayOf(dueOn))).toEqual([DUE_ON, DUE_ON]);
    for (const { id, member } of renewals) {
      const mails = await db.message.findMany({ where: { memberId: member.id } });
      const told = chosen.includes(id) ? ["Your renewal of ACSM-CPT"] : [];
      expect(mails.map(({ subject }) => subject.slice(0, 24))).toEqual(told);
      if (mails[0]) {
        expect(mails[0].text).toContain("by 22 December 2026");
        expect(mails[0].text).toContain(`/renewals/${id}/audit`);
      }
    }
    const acts = await db.auditEntry.findMany({ where: { subjectId: input.selectionId } });
    expect(acts).toMatchObject([{ act: "drew renewals to audit", actorId: staff.memberId }]);
    expect((await listSelections()).selections.map(({ id }) => id)).toContain(input.selectionId);
  });

  test("counts for a preview exactly what it draws from", async () => {
    const { renewals, from, to } = await aPopulation(3);
    const ids = renewals.map(({ id }) => id);
    const wanted = { program: "ACSM-CPT", from, to };
    expect(await countCandidates(wanted)).toEqual({ population: 3, hash: hashOfCandidates(ids) });
    const none = { population: 0, hash: hashOfCandidates([]) };
    expect(await countCandidates({ ...wanted, program: "CAM" })).toEqual(none);
  });

  test("draws nothing twice: who was audited is in no later list", async () => {
    const { id, dueOn } = await aCreditAudit();
    expect(await candidatesDue(dueOn)).toEqual([]);
    const input = await aDraw(dueOn);
    await expect(drawAudits(await aStaffMember(), input, DRAWN_AT)).rejects.toMatchObject({
      kind: "invalid",
    });
    expect(await db.creditAudit.count({ where: { renewalId: id } })).toBe(1);
  });

  test("of the same form twice is one", async () => {
    const { dueOn } = await aRenewedRenewal();
    const staff = await aStaffMember();
    const input = await aDraw(dueOn);
    await drawAudits(staff, input, DRAWN_AT);
    await drawAudits(staff, input, DRAWN_AT);
    expect(await db.creditAudit.count({ where: { selectionId: input.selectionId } })).toBe(1);
  });

  test("leaves out who has nothing to prove or can't answer", async () => {
    const [renewed, waived, free, retired, undone] = await Promise.all(
      (await aPopulation(5)).renewals,
    );
    if (!renewed || !waived || !free || !retired || !undone) throw new Error("none");
    await db.waiver.create({
      data: {
        renewalId: waived.id,
        part: "credits",
        kind: "other",
        reason: "x",
        grantedAt: DRAWN_AT,
      },
    });
    await db.invoice.updateMany({ where: { renewalId: free.id }, data: { voidedAt: DRAWN_AT } });
    await db.member.update({ where: { id: retired.member.id }, data: { retiredAt: DRAWN_AT } });
    await db.renewal.update({ where: { id: undone.id }, data: { renewedAt: null } });
    const found = await Promise.all(
      [renewed, waived, free, retired, undone].map(({ dueOn }) => candidatesDue(dueOn)),
    );
    expect(found).toEqual([[renewed.id], [], [], [], []]);
    const ofProgram = (program: string) =>
      listCandidates({ program, from: renewed.dueOn, to: renewed.dueOn });
    expect(await ofProgram("ACSM-CPT")).toEqual([renewed.id]);
    expect(await ofProgram("CAM")).toEqual([]);
  });

  test("is for staff alone", async () => {
    const { dueOn } = await aRenewedRenewal();
    const input = await aDraw(dueOn);
    for (const actor of await othersThanStaff()) {
      await expect(drawAudits(actor, input, DRAWN_AT)).rejects.toMatchObject({ kind: "not-found" });
    }
    expect(await findSelection(input.selectionId)).toBeNull();
  });

  test("also draws the renewal of who draws", async () => {
    const { actor, dueOn, id } = await aRenewedRenewal();
    await drawAudits({ ...actor, roles: ["staff"] }, await aDraw(dueOn), DRAWN_AT);
    expect(await db.creditAudit.count({ where: { renewalId: id } })).toBe(1);
  });
});

describe("at once", () => {
  test("four draws of one list: one draws, the others are told to look again", async () => {
    const { dueOn, id, member } = await aRenewedRenewal();
    const staff = await aStaffMember();
    const input = await aDraw(dueOn);
    const outcomes = await Promise.allSettled(
      Array.from({ length: 4 }, () =>
        drawAudits(staff, { ...input, selectionId: randomUUID() }, DRAWN_AT),
      ),
    );
    const told = outcomes.flatMap((each) => (each.status === "rejected" ? [each.reason] : []));
    expect(told).toHaveLength(3);
    for (const reason of told) expect(reason).toMatchObject({ kind: "conflict" });
    expect(await db.creditAudit.count({ where: { renewalId: id } })).toBe(1);
    expect(await db.message.count({ where: { memberId: member.id } })).toBe(1);
  });
});

describe("the list of audits", () => {
  test("tells how each stands and leads from page to page by the last day", async () => {
    const { auditId } = await aCreditAudit();
    const isIn = async (state: "open" | "overdue", today: string) => {
      let after = null;
      for (let page = 0; page < 50; page += 1) {
        const { audits, next } = await listAudits({ state, after }, today);
        if (audits.some(({ id }) => id === auditId)) return true;
        if (!next) return false;
        after = next;
      }
      return false;
    };
    expect(await isIn("open", DUE_ON)).toBe(true);
    expect(await isIn("overdue", DUE_ON)).toBe(false);
    expect(await isIn("open", "2026-12-23")).toBe(false);
    expect(await isIn("overdue", "2026-12-23")).toBe(true);
  });
});

describe("the list of draws", () => {
  test("leads from page to page by when each was drawn", async () => {
    const { auditId } = await aCreditAudit();
    const { selection } = await db.creditAudit.findUniqueOrThrow({
      where: { id: auditId },
      select: { selection: { select: { id: true, drawnAt: true } } },
    });
    const listed = async (at: Date) => {
      const { selections } = await listSelections({ at, id: selection.id });
      return selections.some(({ id }) => id === selection.id);
    };
    expect(await listed(selection.drawnAt)).toBe(false);
    expect(await listed(addDays(selection.drawnAt, 1))).toBe(true);
  });
});

describe("a week before the last day", () => {
  test("a member is reminded once, whoever looks at the same time", async () => {
    const { member } = await aCreditAudit();
    const reminders = () =>
      db.message.count({ where: { memberId: member.id, kind: "credit_audit_reminder" } });
    await remindOfAudits(addDays(DRAWN_AT, 22));
    expect(await reminders()).toBe(0);
    await Promise.all([1, 2, 3].map(() => remindOfAudits(addDays(DRAWN_AT, 23))));
    await remindOfAudits(addDays(DRAWN_AT, 24));
    expect(await reminders()).toBe(1);
  });

  test("also after one whose renewal nobody can judge", async () => {
    const broken = await aCreditAudit();
    await breakRenewal(broken);
    const { member } = await aCreditAudit();
    await expect(remindOfAudits(addDays(DRAWN_AT, 23))).rejects.toMatchObject({
      errors: [{ message: expect.stringContaining("has no rules for the cycle") }],
    });
    const reminded = { memberId: member.id, kind: "credit_audit_reminder" } as const;
    expect(await db.message.count({ where: reminded })).toBe(1);
    await db.member.update({ where: { id: broken.member.id }, data: { retiredAt: DRAWN_AT } });
  });

  test("not who switched such mails off", async () => {
    const { member, renewalId } = await aCreditAudit();
    await db.mutedMessage.create({
      data: { memberId: member.id, kind: "credit_audit_reminder" },
    });
    await remindOfAudits(addDays(DRAWN_AT, 23));
    expect(await db.message.count({ where: { memberId: member.id } })).toBe(1);
    expect(await listAuditsWith(member.id, DUE_ON)).toMatchObject([{ renewalId, state: "open" }]);
  });
});
