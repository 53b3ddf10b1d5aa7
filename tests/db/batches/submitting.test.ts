import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import { saveBatch } from "@/lib/batches/commands";
import { findBatch } from "@/lib/batches/queries";
import type { SaveBatch } from "@/lib/batches/schema";
import { db } from "@/lib/db";
import { decideLines } from "@/lib/line-decisions/commands";
import type { MemberActor } from "@/lib/members/rules";
import { findRenewal } from "@/lib/renewals/queries";
import { saveForm, withdrawForm } from "@/lib/reporting-forms/commands";
import { INVOICED_AT, INVOICED_ON } from "@/tests/support/a-renewal";
import {
  aFilledForm,
  aForm,
  anOffice,
  aRenewingManager,
  aSignedClass,
  formRow,
  posted,
} from "@/tests/support/a-reporting-form";
import { aStaffMember } from "@/tests/support/staff";

let office: Awaited<ReturnType<typeof anOffice>>;
type Manager = Awaited<ReturnType<typeof aRenewingManager>>;
type Form = { id: string; version: number };

beforeAll(async () => {
  office = await anOffice();
});

const aManager = () => aRenewingManager(office.office);
const aClass = (manager: Manager, hours: number, told = {}) =>
  aSignedClass(manager, office.officer, hours, told);
const sent = (manager: Manager, forms: Form[], act: SaveBatch["act"] = "submit"): SaveBatch => ({
  renewalId: manager.renewalId,
  forms: forms.map(({ id }) => id),
  act,
  attested: "on",
});
const submit = (manager: Manager, forms: Form[]) =>
  saveBatch(manager.actor, sent(manager, forms), INVOICED_AT);

async function batchOf({ member, renewalId }: Manager) {
  const renewal = await findRenewal(member.id, renewalId);
  if (!renewal) throw new Error("There is no renewal.");
  return findBatch(renewal, INVOICED_ON);
}

const statesOf = async (manager: Manager) =>
  (await batchOf(manager)).forms.map(({ lineState }) => lineState);

describe("required 8 with 4 posted leaves 4", () => {
  let manager: Manager;

  test("a batch of 3 is refused, says what is missing, and stays a draft", async () => {
    manager = await aManager();
    await posted(manager.member.id, 400);
    const three = await aClass(manager, 3);
    await expect(submit(manager, [three])).rejects.toMatchObject({
      kind: "conflict",
      message: expect.stringContaining(
        "Required 8, counted 4, outstanding 4; this batch covers 3: 1 more is needed.",
      ),
    });
    expect(await batchOf(manager)).toMatchObject({
      version: 0,
      state: "draft",
      cover: { outstanding: 400, outstandingWith: 100 },
      forms: [{ id: three.id, lineState: "chosen", effect: { counted: 300 } }],
    });
    expect(
      await db.batchVersion.count({ where: { batch: { renewalId: manager.renewalId } } }),
    ).toBe(0);
  });

  test("a batch of 4 is taken whole, with what was attested", async () => {
    const one = await aClass(manager, 1);
    const { forms } = await batchOf(manager);
    await submit(
      manager,
      forms.map(({ id }) => ({ id, version: 0 })),
    );
    expect(await batchOf(manager)).toMatchObject({
      version: 1,
      state: "in review",
      submittedAt: INVOICED_AT,
    });
    expect(await statesOf(manager)).toEqual(["awaiting", "awaiting"]);
    const [version] = await db.batchVersion.findMany({
      where: { batch: { renewalId: manager.renewalId } },
    });
    expect(version).toMatchObject({
      number: 1,
      attestation: expect.stringContaining("I took part"),
      lines: [{ credits: 300 }, { formId: one.id, credits: 100 }],
    });
  });

  test("a batch of 5 is taken whole", async () => {
    const other = await aManager();
    await posted(other.member.id, 400);
    await submit(other, [await aClass(other, 5)]);
    expect(await statesOf(other)).toEqual(["awaiting"]);
  });
});

describe("a batch", () => {
  test("that misses the in-network minimum is refused", async () => {
    const manager = await aManager();
    await posted(manager.member.id, 400);
    const told = { provider: "other", providerOther: "Elsewhere" };
    await expect(submit(manager, [await aClass(manager, 6, told)])).rejects.toMatchObject({
      message: expect.stringContaining("1 more is needed"),
    });
  });

  test("of what repeats a post does not cover it, and says so before it is submitted", async () => {
    const manager = await aManager();
    await posted(manager.member.id, 400, "Fair housing");
    const told = { title: "fair  Housing", earnedOn: "2026-02-02" };
    const twin = await aClass(manager, 4, told);
    await expect(submit(manager, [twin])).rejects.toMatchObject({
      message: expect.stringContaining("this batch covers 0: 4 more are needed"),
    });
    expect((await batchOf(manager)).forms).toMatchObject([
      { effect: { counted: 0, reason: "duplicate" } },
    ]);
  });

  test("takes no form of another year, saying which it counts for", async () => {
    const manager = await aManager();
    await db.renewal.update({
      where: { id: manager.renewalId },
      data: {
        windowFrom: new Date("2025-01-01"),
        windowTo: new Date("2025-12-31"),
        dueOn: new Date("2026-01-01"),
        lateFeeFrom: new Date("2026-04-01"),
      },
    });
    await expect(submit(manager, [await aClass(manager, 8)])).rejects.toMatchObject({
      message: expect.stringContaining("counts for 2027"),
    });
  });

  test("takes no form that goes with another renewal, and says so", async () => {
    const manager = await aManager();
    const form = await aClass(manager, 8);
    const other = await aManager();
    const { id: batchId } = await db.batch.create({
      data: { renewalId: other.renewalId, createdAt: INVOICED_AT },
    });
    await db.batchLine.create({ data: { batchId, formId: form.id } });
    await expect(submit(manager, [form])).rejects.toMatchObject({
      field: "forms",
      message: expect.stringContaining("goes with your renewal due on 1 January 2027"),
    });
  });

  test("of approved forms alone is not submitted again", async () => {
    const manager = await aManager();
    const form = await aClass(manager, 8);
    await submit(manager, [form]);
    const line = await db.batchLine.findUniqueOrThrow({ where: { formId: form.id } });
    const lines = [{ id: line.id, version: 1 }];
    const decided = { batchId: line.batchId, lines, verdict: "approve", note: "" } as const;
    await decideLines(await aStaffMember(), decided, INVOICED_AT);
    // The credit that was approved leaves the record again.
    const memberId = manager.member.id;
    await db.creditEntry.updateMany({ where: { memberId }, data: { replacedAt: INVOICED_AT } });
    await expect(submit(manager, [])).rejects.toMatchObject({
      kind: "conflict",
      message: "This batch is approved, so nothing was changed.",
    });
  });

  test("takes no form that is not signed", async () => {
    const manager = await aManager();
    const draft = await aForm(manager.actor);
    await expect(submit(manager, [draft])).rejects.toMatchObject({
      field: "forms",
      message: expect.stringContaining("is not signed as it stands"),
    });
    const form = await aClass(manager, 8);
    await saveBatch(manager.actor, sent(manager, [form], "save"), INVOICED_AT);
    const told = { formId: form.id, version: String(form.version), ends: "18:00" };
    await saveForm(manager.actor, aFilledForm(told), INVOICED_AT);
    await expect(submit(manager, [form])).rejects.toMatchObject({
      message: expect.stringContaining("is not signed as it stands"),
    });
    expect(await statesOf(manager)).toEqual(["chosen"]);
  });

  test("is what was chosen last; a withdrawn form leaves it", async () => {
    const manager = await aManager();
    const [one, two] = [await aClass(manager, 1), await aClass(manager, 2)];
    const choose = (forms: Form[]) =>
      saveBatch(manager.actor, sent(manager, forms, "save"), INVOICED_AT);
    await choose([one, two]);
    await choose([two]);
    expect(await statesOf(manager)).toEqual([null, "chosen"]);
    await withdrawForm(manager.actor, { formId: two.id, version: two.version }, INVOICED_AT);
    expect(await statesOf(manager)).toEqual([null]);
  });

  test("is not needed where nothing is outstanding", async () => {
    const manager = await aManager();
    await posted(manager.member.id, 800);
    await expect(submit(manager, [await aClass(manager, 2)])).rejects.toMatchObject({
      message: expect.stringContaining("Nothing is outstanding"),
    });
  });

  test("of another member does not exist, nor do another member's forms", async () => {
    const [manager, other] = [await aManager(), await aManager()];
    const form = await aClass(manager, 8);
    const theirs = { ...sent(manager, [form]), renewalId: other.renewalId };
    for (const [actor, input] of [
      [other.actor, sent(manager, [form])],
      [other.actor, theirs],
      [manager.actor, { ...sent(manager, [form]), forms: [randomUUID() as string] }],
    ] satisfies [MemberActor, SaveBatch][]) {
      await expect(saveBatch(actor, input, INVOICED_AT)).rejects.toMatchObject({
        kind: "not-found",
      });
    }
    expect(await db.batch.count({ where: { renewal: { memberId: other.member.id } } })).toBe(0);
  });
});

describe("at once", () => {
  test("two submits make one version, and the other is told when", async () => {
    const manager = await aManager();
    const form = await aClass(manager, 8);
    const outcomes = await Promise.allSettled([submit(manager, [form]), submit(manager, [form])]);
    expect(outcomes.filter(({ status }) => status === "rejected")).toMatchObject([
      {
        reason: {
          kind: "conflict",
          message: "Your CECs were submitted on 2 Nov 2026, 06:00 UTC, as version 1.",
        },
      },
    ]);
    expect(
      await db.batchVersion.count({ where: { batch: { renewalId: manager.renewalId } } }),
    ).toBe(1);
  });

  test("a form that is changed while it is submitted: one of them happens", async () => {
    for (let round = 0; round < 6; round += 1) {
      const manager = await aManager();
      const form = await aClass(manager, 8);
      const told = { formId: form.id, version: String(form.version), ends: "18:00" };
      const acts = [
        () => submit(manager, [form]),
        () => saveForm(manager.actor, aFilledForm(told), INVOICED_AT),
      ];
      const ordered = round % 2 === 0 ? acts : acts.toReversed();
      const outcomes = await Promise.allSettled(ordered.map((act) => act()));
      expect(outcomes.filter(({ status }) => status === "rejected")).toMatchObject([
        { reason: { kind: "conflict" } },
      ]);
      const { forms } = await batchOf(manager);
      const state = forms.at(0)?.lineState ?? null;
      expect((await formRow(form.id)).credits).toBe(state === "awaiting" ? 800 : 850);
    }
  });
});

describe("a submitted form", () => {
  test("is changed and withdrawn no more, in the database neither", async () => {
    const manager = await aManager();
    const form = await aClass(manager, 8);
    await submit(manager, [form]);
    const told = { formId: form.id, version: String(form.version), ends: "18:00" };
    for (const act of [
      () => saveForm(manager.actor, aFilledForm(told), INVOICED_AT),
      () => withdrawForm(manager.actor, { formId: form.id, version: form.version }, INVOICED_AT),
    ]) {
      await expect(act()).rejects.toMatchObject({
        kind: "conflict",
        message: expect.stringContaining("awaits approval"),
      });
    }
    const where = { formId: form.id };
    for (const act of [
      () => db.formSignature.updateMany({ where, data: { voidedAt: INVOICED_AT } }),
      () => db.batchLine.deleteMany({ where }),
      () => db.batchLine.updateMany({ where, data: { awaitsSince: null } }),
      () => db.batchLine.updateMany({ where, data: { submittedIn: null, awaitsSince: null } }),
      () => db.batchVersion.deleteMany({}),
      () => db.batchVersion.updateMany({ data: { attestation: "Other" } }),
    ]) {
      await expect(act()).rejects.toThrow();
    }
  });
});
