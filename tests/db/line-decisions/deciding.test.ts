import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import { saveBatch } from "@/lib/batches/commands";
import { findBatch } from "@/lib/batches/queries";
import { confirmContact } from "@/lib/contacts/commands";
import { db } from "@/lib/db";
import { keepDocument } from "@/lib/documents/commands";
import { decideLines, decideThose } from "@/lib/line-decisions/commands";
import { findBatchToReview, listBatchesToReview } from "@/lib/line-decisions/queries";
import { decideLinesSchema } from "@/lib/line-decisions/schema";
import { findRenewal, findStanding } from "@/lib/renewals/queries";
import { addFormDocument, saveForm, sendForm, withdrawForm } from "@/lib/reporting-forms/commands";
import { signForm } from "@/lib/signatures/commands";
import { INVOICED_AT, INVOICED_ON } from "@/tests/support/a-renewal";
import {
  aFilledForm,
  anInNetworkProvider,
  anOffice,
  aRenewingManager,
  aSignedClass,
  formRow,
  posted,
  signed,
} from "@/tests/support/a-reporting-form";
import { aFile } from "@/tests/support/files";
import { aStaffMember, othersThanStaff } from "@/tests/support/staff";

let office: Awaited<ReturnType<typeof anOffice>>;
let staff: Awaited<ReturnType<typeof aStaffMember>>;
type Manager = Awaited<ReturnType<typeof aRenewingManager>>;

beforeAll(async () => {
  [office, staff] = [await anOffice(), await aStaffMember()];
});

const aClass = (manager: Manager, hours: number, told = {}) =>
  aSignedClass(manager, office.officer, hours, told);

const submit = ({ actor, renewalId }: Manager, forms: readonly string[]) =>
  saveBatch(actor, { renewalId, forms: [...forms], act: "submit", attested: "on" }, INVOICED_AT);

/** A submitted batch of classes of so many hours each, which cover the renewal. */
async function aBatch(...hours: number[]) {
  const manager = await aRenewingManager(office.office);
  const forms = [];
  for (const each of hours) forms.push(await aClass(manager, each));
  await submit(
    manager,
    forms.map(({ id }) => id),
  );
  return { manager, forms, lines: await linesOf(manager) };
}

/** In the order of the forms. */
async function linesOf({ renewalId }: Manager) {
  return db.batchLine.findMany({
    where: { batch: { renewalId } },
    orderBy: { formId: "asc" },
    select: { id: true, batchId: true, formId: true, submittedIn: true, awaitsSince: true },
  });
}

type Line = Awaited<ReturnType<typeof linesOf>>[number];

const decide = (
  lines: readonly Line[],
  verdict: "approve" | "return" | "reject" = "approve",
  actor = staff,
) =>
  decideLines(
    actor,
    decideLinesSchema.parse({
      batchId: lines[0]?.batchId,
      lines: lines.map(({ id, submittedIn }) => `${id}.${submittedIn}`),
      verdict,
      note: verdict === "approve" ? "" : "The programme is missing.",
    }),
    INVOICED_AT,
  );

async function batchOf({ member, renewalId }: Manager) {
  const renewal = await findRenewal(member.id, renewalId);
  if (!renewal) throw new Error("There is no renewal.");
  return findBatch(renewal, INVOICED_ON);
}

const entriesOf = ({ member }: Manager) =>
  db.creditEntry.findMany({ where: { memberId: member.id }, orderBy: { id: "asc" } });
const mailsOf = async ({ member }: Manager) =>
  (
    await db.message.findMany({
      where: { memberId: member.id, kind: "form_decided" },
      orderBy: { id: "asc" },
    })
  ).map(({ subject }) => subject);
const reasons = (outcomes: readonly PromiseSettledResult<unknown>[]) =>
  outcomes.flatMap((each) => (each.status === "rejected" ? [each.reason] : []));

describe("an approved line", () => {
  test("is credit of its source at once, with its documents, and the member is told", async () => {
    const manager = await aRenewingManager(office.office);
    const form = await aClass(manager, 8);
    const file = { name: "programme.pdf", bytes: aFile("pdf") };
    const { id: documentId } = await keepDocument(manager.actor, file, INVOICED_AT);
    await addFormDocument(manager.actor, { formId: form.id, documentId }, INVOICED_AT);
    await submit(manager, [form.id]);
    await decide(await linesOf(manager));
    const [entry] = await entriesOf(manager);
    expect(entry).toMatchObject({
      source: "reporting_form",
      credits: 800,
      formatName: "Expo class",
      acceptedAt: INVOICED_AT,
      title: form.title,
      providerId: (await anInNetworkProvider()).id,
    });
    expect(await db.document.findUnique({ where: { id: documentId } })).toMatchObject({
      entryId: entry?.id,
    });
    expect(await findStanding(manager.member.id, manager.renewalId)).toMatchObject({
      outstanding: 0,
      counted: 800,
    });
    expect(await batchOf(manager)).toMatchObject({ state: "approved" });
    expect(await mailsOf(manager)).toEqual([
      `Your CEC Reporting Form for ${form.title} was approved`,
    ]);
  });

  test("that is the last thing missing renews in the same act", async () => {
    const { manager, lines } = await aBatch(4, 4);
    const { member, actor, renewalId } = manager;
    const contact = { email: member.email, phone: "", address: "", password: "", from: "here" };
    await confirmContact(actor, { renewalId, ...contact }, INVOICED_AT);
    const waived = { part: "fee", kind: "emeritus", reason: "forty years" } as const;
    await db.waiver.create({ data: { renewalId, ...waived, grantedAt: INVOICED_AT } });
    await decide(lines.slice(0, 1));
    expect(await db.renewal.findUnique({ where: { id: renewalId } })).toMatchObject({
      renewedAt: null,
    });
    await decide(lines.slice(1));
    expect(await db.renewal.findUnique({ where: { id: renewalId } })).toMatchObject({
      renewedAt: INVOICED_AT,
    });
  });
});

describe("a line that is sent back", () => {
  test("keeps the others, is put right, signed again and submitted as version 2", async () => {
    const { manager, forms, lines } = await aBatch(4, 4);
    const [one, two] = forms;
    if (!one || !two) throw new Error("There are no forms.");
    await decide(lines.slice(0, 1), "return");
    expect((await batchOf(manager)).forms).toMatchObject([
      {
        id: one.id,
        lineState: "returned",
        line: { decision: { note: "The programme is missing." } },
      },
      { id: two.id, lineState: "awaiting" },
    ]);
    await decide(lines.slice(1));
    expect(await batchOf(manager)).toMatchObject({ state: "open again", version: 1 });

    const told = { formId: one.id, version: String(one.version), ends: "14:00", breakMinutes: "0" };
    const { id: provider } = await anInNetworkProvider();
    const title = `${one.title}, put right`;
    await saveForm(manager.actor, aFilledForm({ ...told, provider, title }), INVOICED_AT);
    await expect(submit(manager, [])).rejects.toMatchObject({ kind: "conflict" });
    const saved = await formRow(one.id);
    await sendForm(manager.actor, { formId: one.id, version: saved.version }, INVOICED_AT);
    await signForm(office.officer, signed(await formRow(one.id)), INVOICED_AT);
    await submit(manager, []);
    const again = await linesOf(manager);
    expect(again).toMatchObject([
      { formId: one.id, submittedIn: 2, awaitsSince: INVOICED_AT },
      { formId: two.id, submittedIn: 1, awaitsSince: null },
    ]);
    await decide(again.slice(0, 1));
    expect((await entriesOf(manager)).map(({ credits }) => credits)).toEqual([400, 500]);
    expect(await batchOf(manager)).toMatchObject({ state: "approved", version: 2 });
  });

  test("leaves the batch when its form is withdrawn", async () => {
    const { manager, forms, lines } = await aBatch(8);
    await decide(lines, "return");
    const form = await formRow(forms[0]?.id ?? "");
    await withdrawForm(manager.actor, { formId: form.id, version: form.version }, INVOICED_AT);
    expect((await batchOf(manager)).forms).toMatchObject([{ lineState: "left" }]);
    const other = await aClass(manager, 8);
    await submit(manager, [other.id]);
    expect(await batchOf(manager)).toMatchObject({ state: "in review", version: 2 });
  });
});

test("a rejected line leaves the batch and reopens the step; another replaces it", async () => {
  const { manager, forms, lines } = await aBatch(4, 4);
  await decide(lines.slice(0, 1), "reject");
  await decide(lines.slice(1));
  expect(await batchOf(manager)).toMatchObject({
    state: "open again",
    cover: { outstanding: 400 },
    forms: [{ lineState: "rejected" }, { lineState: "approved" }],
  });
  const rejected = await formRow(forms[0]?.id ?? "");
  const told = { formId: rejected.id, version: String(rejected.version) };
  await expect(
    saveForm(manager.actor, aFilledForm({ ...told, title: "Again" }), INVOICED_AT),
  ).rejects.toMatchObject({ message: expect.stringContaining("is rejected") });
  const other = await aClass(manager, 4);
  await submit(manager, [other.id]);
  await decide((await linesOf(manager)).filter(({ formId }) => formId === other.id));
  expect(await batchOf(manager)).toMatchObject({ cover: { outstanding: 0 }, version: 2 });
});

describe("staff", () => {
  test("see batches that await them, the oldest first, with what each line would count", async () => {
    const manager = await aRenewingManager(office.office);
    await posted(manager.member.id, 100, "Fair housing");
    const twin = await aClass(manager, 1, { title: "Fair housing", earnedOn: "2026-02-02" });
    const form = await aClass(manager, 7);
    await submit(manager, [twin.id, form.id]);
    const [line] = await linesOf(manager);
    const { batches } = await listBatchesToReview(null);
    expect(batches.find(({ id }) => id === line?.batchId)).toMatchObject({
      awaiting: 2,
      credits: 800,
      version: 1,
      member: "Ada Example",
    });
    expect(await findBatchToReview(line?.batchId ?? "", INVOICED_AT)).toMatchObject({
      version: 1,
      forms: [
        { id: twin.id, effect: { counted: 0, reason: "duplicate" } },
        { id: form.id, effect: { counted: 700 }, signature: { isUnchanged: true } },
      ],
    });
  });

  test("decide several lines at once, each with its own result", async () => {
    const { manager, lines } = await aBatch(4, 4);
    await decide(lines.slice(0, 1));
    await expect(decide(lines)).rejects.toMatchObject({
      kind: "conflict",
      field: lines[0]?.id,
      message: expect.stringContaining("A colleague decided meanwhile"),
    });
    expect((await batchOf(manager)).forms.map(({ lineState }) => lineState)).toEqual([
      "approved",
      "approved",
    ]);
    expect(await entriesOf(manager)).toHaveLength(2);
  });

  test("are told of a line that left the submission; the others are decided, each once", async () => {
    const { manager, lines } = await aBatch(4, 4);
    const left = randomUUID();
    const batchId = lines[0]?.batchId ?? "";
    const seen = lines.map(({ id, submittedIn }) => ({ id, version: submittedIn ?? 0 }));
    const ticked = [{ id: left, version: 1 }, ...seen, ...seen];
    const approval = { batchId, lines: ticked, verdict: "approve", note: "" } as const;
    expect(await decideThose(staff, approval, INVOICED_AT)).toEqual(
      new Map([[left, "This form is no longer in the submission."]]),
    );
    expect(await entriesOf(manager)).toHaveLength(2);
    expect(await mailsOf(manager)).toEqual(["2 of your CEC Reporting Forms were approved"]);
  });

  test("decide nothing about what was submitted again since they looked", async () => {
    const { manager, lines } = await aBatch(8);
    await decide(lines, "return");
    await submit(manager, []);
    await expect(decide(lines)).rejects.toMatchObject({
      message: expect.stringContaining("was submitted again meanwhile"),
    });
    expect(await entriesOf(manager)).toEqual([]);
  });

  test("decide nothing about their own", async () => {
    const { manager, lines } = await aBatch(8);
    const self = { ...manager.actor, roles: ["staff"] as const };
    await expect(decide(lines, "approve", self)).rejects.toMatchObject({
      message: "Nobody decides about their own record. Ask a colleague.",
    });
    expect(await entriesOf(manager)).toEqual([]);
  });

  test("alone decide: for others, and for lines of another batch, there is nothing", async () => {
    const { manager, lines } = await aBatch(8);
    const input = decideLinesSchema.parse({
      batchId: lines[0]?.batchId,
      lines: lines.map(({ id }) => `${id}.1`),
      verdict: "approve",
    });
    for (const actor of [...(await othersThanStaff()), office.officer]) {
      await expect(decideLines(actor, input, INVOICED_AT)).rejects.toMatchObject({
        kind: "not-found",
      });
    }
    const elsewhere = { ...input, batchId: randomUUID() };
    await expect(decideLines(staff, elsewhere, INVOICED_AT)).rejects.toMatchObject({
      kind: "not-found",
    });
    expect(await entriesOf(manager)).toEqual([]);
  });
});

test("two approvals at once make one entry, and the other is told", async () => {
  for (let round = 0; round < 4; round += 1) {
    const { manager, lines } = await aBatch(8);
    const colleagues = [staff, await aStaffMember()];
    const told = reasons(
      await Promise.allSettled(colleagues.map((actor) => decide(lines, "approve", actor))),
    );
    expect(told).toMatchObject([
      {
        message: expect.stringMatching(
          /^A colleague decided meanwhile: .* is approved since 2 Nov/,
        ),
      },
    ]);
    expect(await entriesOf(manager)).toHaveLength(1);
    expect(await mailsOf(manager)).toHaveLength(1);
  }
});

test("nobody in the database undoes a decision, or decides twice", async () => {
  const { manager, lines } = await aBatch(8);
  await decide(lines);
  const [line] = lines;
  if (!line) throw new Error("There is no line.");
  const [entry] = await entriesOf(manager);
  const decision = { lineId: line.id, decidedAt: INVOICED_AT, note: "x" };
  for (const act of [
    () => db.lineDecision.deleteMany({ where: { lineId: line.id } }),
    () => db.lineDecision.updateMany({ where: { lineId: line.id }, data: { note: "Other" } }),
    () => db.lineDecision.create({ data: { ...decision, version: 2, verdict: "reject" } }),
    () => db.batchLine.update({ where: { id: line.id }, data: { awaitsSince: INVOICED_AT } }),
    () =>
      db.batchLine.update({
        where: { id: line.id },
        data: { submittedIn: 2, awaitsSince: INVOICED_AT },
      }),
    () => db.reportingForm.update({ where: { id: line.formId }, data: { credits: 1 } }),
    () =>
      db.lineDecision.create({
        data: { ...decision, version: 1, verdict: "approve", entryId: entry?.id ?? null },
      }),
  ]) {
    await expect(act()).rejects.toThrow();
  }
});
