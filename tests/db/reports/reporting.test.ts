import { v7 as newId } from "uuid";
import { beforeAll, describe, expect, test } from "vitest";
import { db } from "@/lib/db";
import { findDocument } from "@/lib/documents/queries";
import { keepDraft } from "@/lib/report-forms/commands";
import { findDraftToConfirm, findReportStart } from "@/lib/report-forms/queries";
import { reportEntry } from "@/lib/reports/commands";
import { listReportChoices, previewReport } from "@/lib/reports/queries";
import { decideEntry } from "@/lib/reviews/commands";
import { aForm, aProof, aReport, aReporter, aReportToReview } from "@/tests/support/a-report";
import { NOW } from "@/tests/support/a-row";
import { anEntry } from "@/tests/support/an-entry";
import { aStaffMember } from "@/tests/support/staff";

let one: Awaited<ReturnType<typeof aReporter>>;
let other: Awaited<ReturnType<typeof aReporter>>;

beforeAll(async () => {
  // One after the other: both load the programs.
  one = await aReporter();
  other = await aReporter();
});

const saved = (id: string) =>
  db.creditEntry.findUnique({ where: { id }, include: { documents: true } });

const auditOf = (id: string) =>
  db.auditEntry.findMany({ where: { subject: "entry", subjectId: id }, include: { values: true } });

describe("reporting credit", () => {
  test("puts it on the record at once, audited", async () => {
    const report = aReport({ title: "Kraft\n und  Ausdauer", courseNumber: " P-1 " });
    await reportEntry(one.actor, report, NOW);
    expect(await saved(report.reportId)).toMatchObject({
      memberId: one.member.id,
      source: "self_report",
      credits: 600,
      title: "Kraft und Ausdauer",
      courseNumber: "P-1",
      providerId: null,
      providerOther: "Strength School",
      entered: null,
      acceptedAt: NOW,
    });
    const [trail] = await auditOf(report.reportId);
    expect(trail).toMatchObject({ act: "reported credit", actorId: one.member.id });
    expect(trail?.values.map(({ name }) => name).toSorted()).toEqual([
      "courseNumber",
      "provider",
      "title",
    ]);
  });

  test("of a format that needs review waits, with its document", async () => {
    const { id } = await aReportToReview(one);
    expect(await saved(id)).toMatchObject({
      acceptedAt: null,
      documents: [{ fileName: "transcript.pdf", draftId: null }],
    });
  });

  test("by a provider's name under Other finds the provider", async () => {
    const provider = await db.provider.create({ data: { name: "Red Cross" } });
    const report = aReport({ providerOther: " RED cross" });
    await reportEntry(one.actor, report, NOW);
    expect(await saved(report.reportId)).toMatchObject({
      providerId: provider.id,
      providerOther: null,
    });
  });

  test("offers providers that are in-network or common, and the one chosen before", async () => {
    const name = newId();
    const [, , third] = await db.provider.createManyAndReturn({
      data: [
        { name: `${name} common` },
        { name: `${name} in-network`, inNetwork: true, common: false },
        { name: `${name} rare`, common: false },
      ],
    });
    const offered = async (chosen?: string) => {
      const { providers } = await listReportChoices(chosen);
      return providers.filter((each) => each.name.startsWith(name)).map((each) => each.name);
    };
    expect(await offered()).toEqual([`${name} common`, `${name} in-network`]);
    expect(await offered("other")).toHaveLength(2);
    expect(await offered(third?.id)).toContain(`${name} rare`);
  });

  test.each([
    ["outside every window", { earnedOn: "2020-05-05" }, "earnedOn"],
    ["in the future", { earnedOn: "2026-04-15" }, "earnedOn"],
    ["between two steps", { credits: "6.1" }, "credits"],
    ["of a format that there is not", { format: "Sleeping" }, "format"],
    ["of a credit type that is not offered", { creditType: "AMA PRA Category 1" }, "creditType"],
    ["by an unknown provider", { provider: newId() }, "provider"],
    ["without the document that its format needs", { format: "CPR/first aid" }, "documents"],
    ["of 3 college hours", { creditType: "Credit Hour", credits: "3" }, "creditsMeant"],
  ])("%s is refused beside its field, and nothing is saved", async (_what, told, field) => {
    const report = aReport({ title: `Course ${newId()}`, ...told });
    await expect(reportEntry(one.actor, report, NOW)).rejects.toMatchObject({
      kind: "invalid",
      field,
    });
    expect(await saved(report.reportId)).toBeNull();
  });

  test("that resembles an entry is saved only when the member says so", async () => {
    const { actor, member } = await aReporter();
    const first = { earnedOn: "2026-03-03", providerOther: "STRENGTH school" };
    await anEntry(member, { ...first, title: "strength AND conditioning" });
    const report = aReport();
    await expect(reportEntry(actor, report, NOW)).rejects.toMatchObject({
      field: "duplicate",
      message: expect.stringContaining("“strength AND conditioning” of 3 March 2026"),
    });
    await reportEntry(actor, { ...report, duplicate: "on" }, NOW);
    expect(await saved(report.reportId)).not.toBeNull();
  });

  test("twice at once, each like the other, is saved once until the member says so", async () => {
    const { actor, member } = await aReporter();
    const outcomes = await Promise.allSettled(
      Array.from({ length: 4 }, () => reportEntry(actor, aReport(), NOW)),
    );
    expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    for (const outcome of outcomes) {
      if (outcome.status === "rejected")
        expect(outcome.reason).toMatchObject({ field: "duplicate" });
    }
    expect(await db.creditEntry.count({ where: { memberId: member.id } })).toBe(1);
  });

  test("of a retired member is refused", async () => {
    const { actor, member } = await aReporter();
    await db.member.update({ where: { id: member.id }, data: { retiredAt: NOW } });
    const report = aReport();
    await expect(reportEntry(actor, report, NOW)).rejects.toMatchObject({ kind: "invalid" });
    expect(await saved(report.reportId)).toBeNull();
  });

  test("with another member's document is refused", async () => {
    const { id } = await aProof(other.actor);
    const report = aReport({ title: "Stolen", documents: [id] });
    await expect(reportEntry(one.actor, report, NOW)).rejects.toMatchObject({ field: "documents" });
    expect(await saved(report.reportId)).toBeNull();
    expect(await findDocument(other.actor, id)).not.toBeNull();
  });

  test("by one form sent ten times is saved once", async () => {
    const report = aReport({ title: "Once" });
    await Promise.all(Array.from({ length: 10 }, () => reportEntry(one.actor, report, NOW)));
    expect(await db.creditEntry.count({ where: { title: "Once" } })).toBe(1);
    expect(await auditOf(report.reportId)).toHaveLength(1);
  });

  test("under the id of another member's entry does not exist", async () => {
    const report = aReport({ title: "Theirs" });
    await reportEntry(other.actor, report, NOW);
    await expect(reportEntry(one.actor, { ...report, title: "Mine" }, NOW)).rejects.toMatchObject({
      kind: "not-found",
    });
    expect(await saved(report.reportId)).toMatchObject({ title: "Theirs" });
  });
});

describe("an entry that was sent back", () => {
  const send = async (entryId: string) =>
    decideEntry(await aStaffMember(), { entryId, decision: "return", note: "Page 2?" }, NOW);

  test("is reported again: a new one replaces it, each with its documents", async () => {
    const entry = await aReportToReview(one, { title: "Returned" });
    await send(entry.id);
    const start = await findReportStart(one.member.id, { draft: null, again: entry.id }, NOW);
    expect(start).toMatchObject({
      replacesId: entry.id,
      start: { values: { earnedOn: "3 Mar 2026", credits: "30.00", title: "Returned" } },
      documents: [{ fileName: "transcript.pdf" }],
    });
    const added = await aProof(one.actor);
    const documents = [start?.documents[0]?.id ?? "", added.id];
    const told = { format: "College course", credits: "20", title: "Returned", documents };
    const again = aReport({ ...told, replacesId: entry.id });
    await reportEntry(one.actor, again, NOW);
    expect((await saved(again.reportId))?.documents).toHaveLength(2);
    expect(await saved(again.reportId)).toMatchObject({ replacesId: entry.id, acceptedAt: null });
    expect(await saved(entry.id)).toMatchObject({ replacedAt: NOW, documents: [{}] });
  });

  test("is replaced once", async () => {
    const entry = await aReportToReview(one, { title: "Replaced once" });
    await send(entry.id);
    const again = () => aReport({ title: "Replaced once", replacesId: entry.id, duplicate: "on" });
    const outcomes = await Promise.allSettled(
      [again(), again(), again()].map((report) => reportEntry(one.actor, report, NOW)),
    );
    expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(await db.creditEntry.count({ where: { replacesId: entry.id } })).toBe(1);
  });

  test("of another member, or one that was not sent back, does not exist", async () => {
    const theirs = await aReportToReview(other, { title: "Not mine" });
    await send(theirs.id);
    const waiting = await aReportToReview(one, { title: "Waiting" });
    for (const { id } of [theirs, waiting]) {
      const report = aReport({ title: "Not mine", replacesId: id, duplicate: "on" });
      await expect(reportEntry(one.actor, report, NOW)).rejects.toMatchObject({
        kind: "not-found",
      });
      expect(await findReportStart(one.member.id, { draft: null, again: id }, NOW)).toBeNull();
    }
  });
});

describe("the effect of a report", () => {
  test("is said for each active cycle, by the one calculation", async () => {
    const { actor } = await aReporter();
    const preview = await previewReport(actor.memberId, aForm({ earnedOn: "6/1/2024" }), NOW);
    expect(preview).toMatchObject({
      sentence:
        "This will count 5.00 for ACSM-CPT (yearly maximum for Teaching reached: 1.00 does not count) and nothing for ACSM-EP (outside its window).",
      programs: [{ before: "0.00", after: "5.00", required: "45.00" }, { after: "0.00" }],
    });
  });

  test("is unknown while too little is said, and never fails on what is half typed", async () => {
    for (const told of [{ earnedOn: "3/" }, { credits: "" }, { format: "" }, { credits: "6," }]) {
      expect(await previewReport(one.actor.memberId, aForm(told), NOW)).toBeNull();
    }
    const blank = { provider: "", providerOther: "", title: "", documents: ["x"], replacesId: "x" };
    expect(await previewReport(one.actor.memberId, aForm(blank), NOW)).not.toBeNull();
  });
});

describe("a draft", () => {
  const keep = async (told: Record<string, string[]>, documents: string[] = []) => {
    const id = newId();
    const fields = { reportId: [id], format: ["Reading"], ...told, documents };
    await keepDraft(one.actor, { id, fields, documents }, NOW);
    return id;
  };

  test("gives back what was typed, its documents, and what is wrong", async () => {
    const { id: document } = await aProof(one.actor);
    const id = await keep({ credits: ["6,5"] }, [document]);
    expect(await findReportStart(one.member.id, { draft: id, again: null }, NOW)).toMatchObject({
      reportId: id,
      start: {
        values: { format: "Reading", credits: "6,5" },
        errors: { credits: expect.stringContaining("such as 6.5"), title: expect.any(String) },
      },
      documents: [{ id: document }],
    });
    expect(await findDraftToConfirm(one.member.id, id, NOW)).not.toHaveProperty("ready");
  });

  test("sent twice at once is one", async () => {
    const id = newId();
    const input = { id, fields: { title: ["Twice"] }, documents: [] };
    await Promise.all(Array.from({ length: 5 }, () => keepDraft(one.actor, input, NOW)));
    expect(await db.reportDraft.count({ where: { id } })).toBe(1);
  });

  test("of another member does not exist, and is not written over", async () => {
    const id = await keep({ title: ["Mine"] });
    expect(await findReportStart(other.member.id, { draft: id, again: null }, NOW)).toBeNull();
    expect(await findDraftToConfirm(other.member.id, id, NOW)).toBeNull();
    const input = { id, fields: { title: ["Theirs"] }, documents: [] };
    await expect(keepDraft(other.actor, input, NOW)).rejects.toMatchObject({ kind: "not-found" });
    const draft = await db.reportDraft.findUniqueOrThrow({ where: { id } });
    expect(draft.fields).toMatchObject({ title: ["Mine"] });
  });

  test("does not take another member's document", async () => {
    const { id: document } = await aProof(other.actor);
    const id = await keep({}, [document]);
    const start = await findReportStart(one.member.id, { draft: id, again: null }, NOW);
    expect(start?.documents).toEqual([]);
  });
});
