import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import { db } from "@/lib/db";
import { keepDocument } from "@/lib/documents/commands";
import {
  addFormDocument,
  removeFormDocument,
  saveForm,
  sendForm,
  withdrawForm,
} from "@/lib/reporting-forms/commands";
import { findForm, listForms } from "@/lib/reporting-forms/queries";
import { signForm } from "@/lib/signatures/commands";
import {
  aFilledForm,
  aForm,
  aManager,
  anOffice,
  aSentForm,
  aSignedForm,
  formRow,
  signed,
} from "@/tests/support/a-reporting-form";
import { NOW } from "@/tests/support/a-row";
import { aFile } from "@/tests/support/files";

let office: Awaited<ReturnType<typeof anOffice>>;
let one: Awaited<ReturnType<typeof aManager>>;

beforeAll(async () => {
  office = await anOffice();
  one = await aManager(office.office);
});

const at = ({ id, version }: { id: string; version: number }) => ({ formId: id, version });
const again = (form: { id: string; version: number }, told = {}) =>
  aFilledForm({ formId: form.id, version: String(form.version), ...told });
const signaturesOf = (formId: string) => db.formSignature.findMany({ where: { formId } });

describe("a form", () => {
  test("keeps what was typed and the hours that follow from it", async () => {
    const { id } = await aForm(one.actor);
    expect(await findForm(one.member.id, id)).toMatchObject({
      earnedOn: "2026-03-03",
      credits: 250,
      creditTypeName: "CEC",
      formatName: "Expo class",
      organization: "State Apartment Expo",
      state: "draft",
      signature: null,
      line: null,
    });
    const { forms } = await listForms(one.member.id, null);
    expect(forms.map((each) => each.id)).toContain(id);
  });

  test("sent twice is one form, and nobody else's is saved over", async () => {
    const filled = aFilledForm();
    await Promise.all([saveForm(one.actor, filled, NOW), saveForm(one.actor, filled, NOW)]);
    expect(await db.reportingForm.count({ where: { id: filled.formId } })).toBe(1);
    const other = await aManager(office.office);
    const theirs = { ...filled, title: "Mine now" };
    for (const version of [0, 1]) {
      await expect(saveForm(other.actor, { ...theirs, version }, NOW)).rejects.toMatchObject({
        kind: "not-found",
      });
    }
    expect(await formRow(filled.formId)).toMatchObject({ title: "Fair housing" });
  });

  test("saved, gone back to and changed is refused: what was saved first does not stand as the second", async () => {
    const filled = aFilledForm();
    await saveForm(one.actor, filled, NOW);
    const changed = aFilledForm({ formId: filled.formId, ends: "13:00" });
    await expect(saveForm(one.actor, changed, NOW)).rejects.toMatchObject({
      kind: "conflict",
      message: "This form is saved already. Change it on its page.",
    });
    await saveForm(one.actor, filled, NOW);
    expect(await formRow(filled.formId)).toMatchObject({ ends: "12:00", version: 1 });
  });

  test.each([
    [{ earnedOn: "2025-12-31" }, "earnedOn", /1 January 2026 to 31 December 2026/],
    [{ earnedOn: "2026-04-15" }, "earnedOn", /in the future/],
    [{ category: "Teaching" }, "category", /Choose a category/],
    [{ ends: "08:00" }, "ends", /later than the start/],
    [{ breakMinutes: "180" }, "breakMinutes", /shorter than/],
    [{ provider: randomUUID() }, "provider", /Choose an organization/],
  ])("%o is refused beside its field", async (told, field, words) => {
    const filled = aFilledForm(told);
    await expect(saveForm(one.actor, filled, NOW)).rejects.toMatchObject({
      field,
      message: expect.stringMatching(words),
    });
    expect(await findForm(one.member.id, filled.formId)).toBeNull();
  });

  test("of a member without a credential, or retired, is refused", async () => {
    const { actor, member, cycles } = await aManager(office.office);
    await db.member.update({ where: { id: member.id }, data: { retiredAt: NOW } });
    await expect(saveForm(actor, aFilledForm(), NOW)).rejects.toMatchObject({
      message: expect.stringContaining("not active"),
    });
    await db.member.update({ where: { id: member.id }, data: { retiredAt: null } });
    const held = { id: { in: cycles.map(({ id }) => id) } };
    await db.cycle.updateMany({ where: held, data: { renewedAt: NOW } });
    await expect(saveForm(actor, aFilledForm(), NOW)).rejects.toMatchObject({
      field: "earnedOn",
      message: expect.stringContaining("no credential"),
    });
  });

  test("goes to the local office; without one there is nowhere to send it", async () => {
    const sent = await aSentForm(one.actor);
    expect(sent).toMatchObject({ sentAt: NOW, version: 2 });
    const lone = await aManager(null);
    const form = await aForm(lone.actor);
    await expect(sendForm(lone.actor, at(form), NOW)).rejects.toMatchObject({
      message: expect.stringContaining("No local office is on file"),
    });
  });

  test("changed in another tab is not lost silently", async () => {
    const form = await aForm(one.actor);
    const saves = ["First", "Second"].map((title) =>
      saveForm(one.actor, again(form, { title }), NOW),
    );
    const outcomes = await Promise.allSettled(saves);
    expect(outcomes.filter(({ status }) => status === "rejected")).toMatchObject([
      { reason: { kind: "conflict", message: expect.stringContaining("changed meanwhile") } },
    ]);
  });

  test("changed after the signature voids it, and the signature is kept", async () => {
    const form = await aSignedForm(one.actor, office.officer);
    await saveForm(one.actor, again(form, { ends: "13:00" }), NOW);
    expect(await findForm(one.member.id, form.id)).toMatchObject({
      state: "draft",
      signature: null,
      credits: 350,
    });
    expect(await signaturesOf(form.id)).toMatchObject([{ voidedAt: NOW }]);
  });

  test("saved as it was keeps its signature", async () => {
    const form = await aSignedForm(one.actor, office.officer);
    await saveForm(one.actor, again(form), NOW);
    expect(await findForm(one.member.id, form.id)).toMatchObject({
      state: "signed",
      signature: { isUnchanged: true, name: "Olive Officer" },
    });
  });

  test("saved as it was while the office looks at it can be signed as the officer saw it", async () => {
    const sent = await aSentForm(one.actor);
    await saveForm(one.actor, again(sent), NOW);
    expect(await formRow(sent.id)).toEqual(sent);
    await signForm(office.officer, signed(sent), NOW);
    expect(await findForm(one.member.id, sent.id)).toMatchObject({ state: "signed" });
  });

  test("withdrawn is read and nothing else", async () => {
    const form = await aSignedForm(one.actor, office.officer);
    await withdrawForm(one.actor, at(form), NOW);
    const gone = await formRow(form.id);
    expect(await findForm(one.member.id, form.id)).toMatchObject({ state: "withdrawn" });
    for (const act of [
      () => saveForm(one.actor, again(gone), NOW),
      () => sendForm(one.actor, at(gone), NOW),
      () => withdrawForm(one.actor, at(gone), NOW),
    ]) {
      await expect(act()).rejects.toMatchObject({ kind: "conflict" });
    }
    expect(await formRow(form.id)).toEqual(gone);
  });

  test("of another member does not exist", async () => {
    const other = await aManager(office.office);
    const form = await aForm(one.actor);
    expect(await findForm(other.member.id, form.id)).toBeNull();
    for (const act of [sendForm, withdrawForm]) {
      await expect(act(other.actor, at(form), NOW)).rejects.toMatchObject({ kind: "not-found" });
    }
    expect(await formRow(form.id)).toEqual(form);
  });
});

describe("documents", () => {
  const aDocument = (actor: typeof one.actor) =>
    keepDocument(actor, { name: "programme.pdf", bytes: aFile("pdf") }, NOW);

  test("go with a form without voiding its signature, and can be taken away", async () => {
    const form = await aSignedForm(one.actor, office.officer);
    const { id } = await aDocument(one.actor);
    await addFormDocument(one.actor, { formId: form.id, documentId: id }, NOW);
    expect(await findForm(one.member.id, form.id)).toMatchObject({
      state: "signed",
      documents: [{ id, fileName: "programme.pdf" }],
    });
    await removeFormDocument(one.actor, { formId: form.id, documentId: id }, NOW);
    expect(await findForm(one.member.id, form.id)).toMatchObject({ documents: [] });
  });

  test("of another member are not there", async () => {
    const other = await aManager(office.office);
    const form = await aForm(one.actor);
    const { id } = await aDocument(other.actor);
    for (const [actor, documentId] of [
      [one.actor, id],
      [other.actor, id],
    ] as const) {
      await expect(
        addFormDocument(actor, { formId: form.id, documentId }, NOW),
      ).rejects.toMatchObject({ kind: "not-found" });
    }
  });
});
