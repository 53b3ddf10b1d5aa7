import { beforeAll, describe, expect, test } from "vitest";
import { db } from "@/lib/db";
import { keepDocument } from "@/lib/documents/commands";
import {
  removeFormDocument,
  saveForm,
  sendForm,
  withdrawForm,
} from "@/lib/reporting-forms/commands";
import { findForm } from "@/lib/reporting-forms/queries";
import { returnForm, signForm, signOnPaper } from "@/lib/signatures/commands";
import { findPrintedForm } from "@/lib/signatures/facts";
import { findFormAtOffice, findOffice, listFormsToSign } from "@/lib/signatures/queries";
import {
  aFilledForm,
  aForm,
  aManager,
  anOffice,
  anOfficerOf,
  aSentForm,
  aSignedForm,
  formRow,
  signed,
} from "@/tests/support/a-reporting-form";
import { NOW } from "@/tests/support/a-row";
import { actorOf, anAccount } from "@/tests/support/accounts";
import { aFile } from "@/tests/support/files";
import { aStaffMember } from "@/tests/support/staff";

let north: Awaited<ReturnType<typeof anOffice>>;
let south: Awaited<ReturnType<typeof anOffice>>;
let one: Awaited<ReturnType<typeof aManager>>;

beforeAll(async () => {
  [north, south] = [await anOffice(), await anOffice()];
  one = await aManager(north.office);
});

const mailsOf = (memberId: string) =>
  db.message.findMany({ where: { memberId }, orderBy: { id: "asc" } });
const reasons = (outcomes: readonly PromiseSettledResult<unknown>[]) =>
  outcomes.flatMap((each) => (each.status === "rejected" ? [each.reason] : []));

describe("a local office", () => {
  test("signs a form of its member, who is told", async () => {
    const manager = await aManager(north.office);
    const form = await aSignedForm(manager.actor, north.officer);
    expect(await findForm(manager.member.id, form.id)).toMatchObject({
      state: "signed",
      sentAt: null,
      signature: {
        name: "Olive Officer",
        officer: "Ada Example",
        office: { name: north.office.name },
        signedAt: NOW,
        isUnchanged: true,
      },
    });
    expect(await mailsOf(manager.member.id)).toMatchObject([
      { kind: "form_signed", text: expect.stringContaining("2.50 CECs for Fair housing") },
    ]);
  });

  test("returns a form with a note, and signs it when it comes again", async () => {
    const manager = await aManager(north.office);
    const sent = await aSentForm(manager.actor);
    await returnForm(
      north.officer,
      { formId: sent.id, version: sent.version, note: "Which class was it?" },
      NOW,
    );
    const back = await formRow(sent.id);
    expect(await findForm(manager.member.id, sent.id)).toMatchObject({
      state: "returned",
      returnNote: "Which class was it?",
    });
    expect(await mailsOf(manager.member.id)).toMatchObject([
      { kind: "form_returned", text: expect.stringContaining("Which class was it?") },
    ]);
    const title = "Fair housing, room 2";
    const told = { formId: sent.id, version: String(back.version), title };
    await saveForm(manager.actor, aFilledForm(told), NOW);
    const saved = await formRow(sent.id);
    await sendForm(manager.actor, { formId: sent.id, version: saved.version }, NOW);
    await signForm(north.officer, signed(await formRow(sent.id)), NOW);
    expect(await findForm(manager.member.id, sent.id)).toMatchObject({ state: "signed", title });
  });

  test("sees what its own members sent, and nothing of others", async () => {
    const theirs = await aManager(south.office);
    const sent = await aSentForm(theirs.actor);
    const draft = await aForm(theirs.actor);
    const queue = async ({ office, officer }: typeof north) =>
      (await listFormsToSign({ officeId: office.id, memberId: officer.memberId }, null)).forms.map(
        ({ id }) => id,
      );
    expect(await queue(south)).toEqual([sent.id]);
    expect(await queue(north)).not.toContain(sent.id);
    expect(await findFormAtOffice(south.office.id, sent.id)).toMatchObject({
      member: "Ada Example",
      state: "sent",
    });
    expect(await findFormAtOffice(south.office.id, sent.id)).not.toHaveProperty("documents");
    expect(await findFormAtOffice(north.office.id, sent.id)).toBeNull();
    expect(await findFormAtOffice(south.office.id, draft.id)).toBeNull();
    const seen = { formId: sent.id, version: sent.version };
    for (const act of [
      () => signForm(north.officer, signed(sent), NOW),
      () => returnForm(north.officer, { ...seen, note: "No." }, NOW),
      () => signForm(south.officer, signed(draft), NOW),
    ]) {
      await expect(act()).rejects.toMatchObject({ kind: "not-found" });
    }
    expect(await formRow(sent.id)).toEqual(sent);
  });

  test("is a role: members, staff and a retired officer sign nothing", async () => {
    const form = await aSentForm(one.actor);
    const retired = await anOfficerOf(north.office);
    await db.member.update({ where: { id: retired.memberId }, data: { retiredAt: NOW } });
    const member = actorOf(await anAccount({ password: null }));
    const pretended = { ...member, roles: ["local_office"] as const };
    for (const actor of [one.actor, member, pretended, retired, await aStaffMember()]) {
      expect(await findOffice(actor)).toBeNull();
      await expect(signForm(actor, signed(form), NOW)).rejects.toMatchObject({
        kind: "not-found",
      });
    }
    expect(await formRow(form.id)).toEqual(form);
  });

  test("never signs an officer's own form by that officer", async () => {
    const officer = await anOfficerOf(north.office);
    const { actor } = await aManager(north.office);
    await db.roleGrant.create({
      data: {
        memberId: actor.memberId,
        role: "local_office",
        officeId: north.office.id,
        grantedAt: NOW,
      },
    });
    const self = { ...actor, roles: ["local_office"] as const };
    const form = await aSentForm(actor);
    const own = { officeId: north.office.id, memberId: actor.memberId };
    const listed = (await listFormsToSign(own, null)).forms.map(({ id }) => id);
    expect(listed).not.toContain(form.id);
    const note = { formId: form.id, version: form.version, note: "Mine" };
    for (const act of [
      () => signForm(self, signed(form), NOW),
      () => returnForm(self, note, NOW),
    ]) {
      await expect(act()).rejects.toMatchObject({
        message: "Nobody decides about their own record. Ask a colleague.",
      });
    }
    await signForm(officer, signed(form), NOW);
    expect(await findForm(actor.memberId, form.id)).toMatchObject({ state: "signed" });
  });

  test("has no forms of a member who moved to another office", async () => {
    const manager = await aManager(north.office);
    const form = await aSentForm(manager.actor);
    await db.member.update({
      where: { id: manager.member.id },
      data: { localOfficeId: south.office.id },
    });
    await expect(signForm(north.officer, signed(form), NOW)).rejects.toMatchObject({
      kind: "not-found",
    });
    await signForm(south.officer, signed(form), NOW);
  });

  test("pages its queue by key, the oldest first", async () => {
    const { office, officer } = await anOffice();
    const manager = await aManager(office);
    const sent: string[] = [];
    for (let nth = 0; nth < 22; nth += 1) {
      sent.push((await aSentForm(manager.actor, { title: `Class ${nth}` })).id);
    }
    const own = { officeId: office.id, memberId: officer.memberId };
    const first = await listFormsToSign(own, null);
    // The form that the page ends with is signed before the next one is asked for.
    await signForm(officer, signed(await formRow(sent[19] ?? "")), NOW);
    const second = await listFormsToSign(own, first.next);
    expect([...first.forms, ...second.forms].map(({ id }) => id)).toEqual(sent);
    expect(second.next).toBeNull();
  });
});

describe("at once", () => {
  test("two officers sign: one does, the other is told by whom and when", async () => {
    for (let round = 0; round < 4; round += 1) {
      const form = await aSentForm(one.actor);
      const officers = [north.officer, await anOfficerOf(north.office)];
      const told = reasons(
        await Promise.allSettled(
          officers.map((actor, nth) => signForm(actor, signed(form, `Officer ${nth}`), NOW)),
        ),
      );
      expect(told).toMatchObject([
        {
          kind: "conflict",
          message: expect.stringMatching(/^Officer \d signed this form on 14 Apr 2026, 19:05 UTC/),
        },
      ]);
      expect(await db.formSignature.count({ where: { formId: form.id } })).toBe(1);
    }
  });

  test("a member changes the form while an officer signs: one of them, and the signature fits", async () => {
    for (let round = 0; round < 6; round += 1) {
      const form = await aSentForm(one.actor);
      const changed = aFilledForm({
        formId: form.id,
        version: String(form.version),
        ends: "16:00",
      });
      const acts = [
        () => signForm(north.officer, signed(form), NOW),
        () => saveForm(one.actor, changed, NOW),
      ];
      const ordered = round % 2 === 0 ? acts : acts.toReversed();
      const told = reasons(await Promise.allSettled(ordered.map((act) => act())));
      expect(told).toMatchObject([{ kind: "conflict" }]);
      const now = await findForm(one.member.id, form.id);
      if (now?.signature)
        expect(now).toMatchObject({ credits: 250, signature: { isUnchanged: true } });
      else expect(now).toMatchObject({ credits: 650, state: "draft" });
    }
  });

  test("a form that was changed and sent again is not signed as it was before", async () => {
    const form = await aSentForm(one.actor);
    const told = { formId: form.id, version: String(form.version), ends: "16:00" };
    await saveForm(one.actor, aFilledForm(told), NOW);
    const { version } = await formRow(form.id);
    await sendForm(one.actor, { formId: form.id, version }, NOW);
    await expect(signForm(north.officer, signed(form), NOW)).rejects.toMatchObject({
      kind: "conflict",
      message: expect.stringContaining("changed this form meanwhile"),
    });
  });

  test("an officer whose form is a draft again, or withdrawn, is told so; others find nothing", async () => {
    const drafted = await aSentForm(one.actor);
    const withdrawn = await aSentForm(one.actor);
    const changed = { formId: drafted.id, version: String(drafted.version), ends: "16:00" };
    await saveForm(one.actor, aFilledForm(changed), NOW);
    await withdrawForm(one.actor, { formId: withdrawn.id, version: withdrawn.version }, NOW);
    for (const form of [drafted, withdrawn]) {
      const seen = { formId: form.id, version: form.version, note: "Which class was it?" };
      for (const act of [
        () => signForm(north.officer, signed(form), NOW),
        () => returnForm(north.officer, seen, NOW),
      ]) {
        await expect(act()).rejects.toMatchObject({
          kind: "conflict",
          message:
            "The member changed or took back this form since you opened it. Go back to the queue.",
        });
      }
      await expect(signForm(south.officer, signed(form), NOW)).rejects.toMatchObject({
        kind: "not-found",
      });
      expect(await findFormAtOffice(north.office.id, form.id)).toBeNull();
      expect(await db.formSignature.count({ where: { formId: form.id } })).toBe(0);
    }
  });

  test("one officer signs in two tabs: another name is refused, a second click is not", async () => {
    const form = await aSentForm(one.actor);
    await Promise.all([1, 2].map(() => signForm(north.officer, signed(form), NOW)));
    await signForm(north.officer, signed(form), NOW);
    await expect(signForm(north.officer, signed(form, "Otto Officer"), NOW)).rejects.toMatchObject({
      kind: "conflict",
      message: expect.stringMatching(/^Olive Officer signed this form on 14 Apr 2026, 19:05 UTC/),
    });
    expect(await db.formSignature.count({ where: { formId: form.id } })).toBe(1);
  });
});

describe("on paper", () => {
  test("a scan goes straight to signed, marked so, and stays", async () => {
    const form = await aForm(one.actor);
    const scan = await keepDocument(one.actor, { name: "scan.png", bytes: aFile("png") }, NOW);
    const said = { formId: form.id, version: form.version, name: "Pia Paper" };
    await signOnPaper(one.actor, { ...said, documentId: scan.id }, NOW);
    expect(await findForm(one.member.id, form.id)).toMatchObject({
      state: "signed",
      scan: { id: scan.id },
      documents: [],
      signature: { name: "Pia Paper", officer: null, isUnchanged: true },
    });
    await expect(
      removeFormDocument(one.actor, { formId: form.id, documentId: scan.id }, NOW),
    ).rejects.toMatchObject({ kind: "not-found" });
  });

  test("nobody uploads for another member's form, or another member's scan", async () => {
    const other = await aManager(north.office);
    const form = await aForm(one.actor);
    const scan = await keepDocument(other.actor, { name: "scan.png", bytes: aFile("png") }, NOW);
    const said = { formId: form.id, version: form.version, name: "Pia", documentId: scan.id };
    for (const actor of [other.actor, one.actor]) {
      await expect(signOnPaper(actor, said, NOW)).rejects.toMatchObject({ kind: "not-found" });
    }
    expect(await formRow(form.id)).toEqual(form);
  });
});

test("a form is printed for its member, its office and staff", async () => {
  const form = await aSignedForm(one.actor, north.officer);
  for (const actor of [one.actor, north.officer, await aStaffMember()]) {
    expect(await findPrintedForm(actor, form.id, NOW)).toMatchObject({
      title: "Fair housing",
      signature: { name: "Olive Officer" },
    });
  }
  const other = await aManager(north.office);
  for (const actor of [south.officer, other.actor]) {
    expect(await findPrintedForm(actor, form.id, NOW)).toBeNull();
  }
});

test("a form left over when its renewal is complete is neither sent nor signed on paper", async () => {
  const { member, actor, cycles } = await aManager(north.office);
  const form = await aForm(actor);
  const scan = await keepDocument(actor, { name: "scan.png", bytes: aFile("png") }, NOW);
  await db.cycle.updateMany({
    where: { id: { in: cycles.map(({ id }) => id) } },
    data: { renewedAt: NOW },
  });
  const seen = { formId: form.id, version: form.version };
  for (const act of [
    () => sendForm(actor, seen, NOW),
    () => signOnPaper(actor, { ...seen, name: "Pia Paper", documentId: scan.id }, NOW),
  ]) {
    await expect(act()).rejects.toMatchObject({
      kind: "conflict",
      message: "No renewal is open for 3 March 2026, so this form can't be sent or signed.",
    });
  }
  expect(await formRow(form.id)).toEqual(form);
  await withdrawForm(actor, seen, NOW);
  expect(await findForm(member.id, form.id)).toMatchObject({ state: "withdrawn" });
});

test("a form in the office's queue when its renewal is completed is not signed, only sent back", async () => {
  const { member, actor } = await aManager(north.office);
  const form = await aSentForm(actor);
  const ofMember = { certification: { memberId: member.id } };
  await db.cycle.updateMany({ where: ofMember, data: { renewedAt: NOW } });
  await expect(signForm(north.officer, signed(form), NOW)).rejects.toMatchObject({
    kind: "conflict",
    message:
      "No renewal is open for 3 March 2026, so this form can't be sent or signed. Send it back to its member.",
  });
  expect(await formRow(form.id)).toEqual(form);
  const seen = { formId: form.id, version: form.version, note: "Your renewal is complete." };
  await returnForm(north.officer, seen, NOW);
  expect(await findForm(member.id, form.id)).toMatchObject({ state: "returned" });
});

test("a form that is sent is told to the officers of its office, but those who switched it off", async () => {
  const { office, officer } = await anOffice("Berlin office");
  const quiet = await anOfficerOf(office);
  const kind = "form_waits" as const;
  await db.mutedMessage.create({ data: { memberId: quiet.memberId, kind } });
  // An officer who is a member of the own office signs no form of theirs.
  const { actor } = await aManager(office);
  await db.roleGrant.create({
    data: { memberId: actor.memberId, role: "local_office", officeId: office.id, grantedAt: NOW },
  });
  await aSentForm(actor);
  expect(await mailsOf(officer.memberId)).toMatchObject([
    { kind, text: expect.stringContaining("sent Berlin office a CEC Reporting Form: 2.50 CECs") },
  ]);
  for (const { memberId } of [quiet, actor]) expect(await mailsOf(memberId)).toEqual([]);
});

describe("the database", () => {
  test("changes no signed form and no signature", async () => {
    const { id } = await aSignedForm(one.actor, north.officer);
    const [signature] = await db.formSignature.findMany({ where: { formId: id } });
    for (const act of [
      () => db.reportingForm.update({ where: { id }, data: { credits: 900 } }),
      () => db.reportingForm.update({ where: { id }, data: { title: "Other" } }),
      () => db.reportingForm.delete({ where: { id } }),
      () => db.formSignature.update({ where: { id: signature?.id }, data: { name: "Other" } }),
      () => db.formSignature.delete({ where: { id: signature?.id } }),
    ]) {
      await expect(act()).rejects.toThrow();
    }
    await db.formSignature.update({ where: { id: signature?.id }, data: { voidedAt: NOW } });
    await expect(
      db.formSignature.update({ where: { id: signature?.id }, data: { voidedAt: null } }),
    ).rejects.toThrow();
  });

  test("carries one good signature a form", async () => {
    const { id } = await aSignedForm(one.actor, north.officer);
    const [signature] = await db.formSignature.findMany({ where: { formId: id } });
    if (!signature) throw new Error("The form is not signed.");
    const { id: _, ...again } = signature;
    await expect(db.formSignature.create({ data: again })).rejects.toMatchObject({ code: "P2002" });
  });
});
