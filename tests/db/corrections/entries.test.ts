import { beforeAll, describe, expect, test } from "vitest";
import { findStandings } from "@/lib/allocations/queries";
import { dateOf } from "@/lib/calendar";
import { declineRequest } from "@/lib/correction-decisions/commands";
import { requestEntryCorrection } from "@/lib/correction-requests/commands";
import { db } from "@/lib/db";
import { MOST_LOOSE_DOCUMENTS } from "@/lib/documents/rules";
import { correctEntry } from "@/lib/entry-corrections/commands";
import { findEntryDesk, findLatestOf } from "@/lib/entry-corrections/queries";
import { correctEntrySchema } from "@/lib/entry-corrections/schema";
import type { Actor, MemberActor } from "@/lib/members/rules";
import { reportEntry } from "@/lib/reports/commands";
import { decideEntry } from "@/lib/reviews/commands";
import { listStandingEntries } from "@/lib/standing-entries/queries";
import { CORRECTED_AT, REASON } from "@/tests/support/a-correction";
import { aReport, aReporter, aReportToReview } from "@/tests/support/a-report";
import { NOW } from "@/tests/support/a-row";
import { aStaffMember, othersThanStaff } from "@/tests/support/staff";

let staff: MemberActor;
let colleague: MemberActor;

beforeAll(async () => {
  [staff, colleague] = await Promise.all([aStaffMember(), aStaffMember()]);
});

const TYPED = {
  earnedOn: "2026-03-03",
  format: "Teaching",
  credits: "5",
  creditType: "CEC",
  courseNumber: "",
  provider: "other",
  providerOther: "Strength School",
  title: "Strength and Conditioning",
};

/** 6.00 Teaching as its member reported it, accepted. */
async function anAcceptedEntry() {
  const reporter = await aReporter();
  const report = aReport();
  await reportEntry(reporter.actor, report, NOW);
  return { ...reporter, entryId: report.reportId };
}

const fix = (actor: Actor, entryId: string, told: Partial<Record<string, string>> = {}) =>
  correctEntry(
    actor,
    correctEntrySchema.parse({ ...TYPED, entryId, reason: REASON, ...told }),
    CORRECTED_AT,
  );

const ask = (actor: MemberActor, entryId: string) =>
  requestEntryCorrection(actor, { entryId, message: "It was 5.00." }, NOW);

describe("the correction of an accepted entry", () => {
  test("is a new entry in its place: by a new row alone other credit counts", async () => {
    const { member, actor, entryId } = await anAcceptedEntry();
    const requestId = await ask(actor, entryId);
    const kept = await db.creditEntry.findUniqueOrThrow({ where: { id: entryId } });
    const desk = await findEntryDesk(entryId, { ...TYPED, credits: "3" }, CORRECTED_AT);
    const told = desk?.effect?.cycles.find(({ program }) => program.includes("CPT"));
    expect(desk?.effect?.changes).toEqual([{ name: "Credits", from: "6.00", to: "3.00" }]);
    const id = await fix(staff, entryId, { credits: "3", requestId });

    const { replacedAt, ...facts } = await db.creditEntry.findUniqueOrThrow({
      where: { id: entryId },
    });
    const { replacedAt: _, ...was } = kept;
    expect(facts).toEqual(was);
    expect(replacedAt).toEqual(CORRECTED_AT);
    expect(await db.creditEntry.findUnique({ where: { id } })).toMatchObject({
      credits: 300,
      source: "self_report",
      replacesId: entryId,
      reportedOn: kept.reportedOn,
      acceptedAt: CORRECTED_AT,
    });
    expect(await db.entryCorrection.findUnique({ where: { entryId: id } })).toMatchObject({
      reason: REASON,
      correctedById: staff.memberId,
      requestId,
    });
    expect((await listStandingEntries(member.id)).map((each) => each.id)).toEqual([id]);
    const { standings } = await findStandings(member.id, "active", "2026-05-02");
    const cpt = standings.find(({ cycle }) => cycle.programCode === "ACSM-CPT");
    // At most 5 Teaching a year: 6.00 counted 5.00, 3.00 counts 3.00.
    expect(told?.counted).toEqual([500, 300]);
    expect(cpt?.counted).toBe(300);
    expect(told?.outstanding[1]).toBe(cpt?.outstanding);
    const [mail] = await db.message.findMany({
      where: { memberId: member.id, kind: "correction_decided" },
    });
    expect(mail?.text).toContain("Credits: 6.00 became 3.00");
    expect(await db.correctionRequest.findUnique({ where: { id: requestId } })).toMatchObject({
      decision: "accepted",
      decidedById: staff.memberId,
    });
  });

  test("takes copies of its documents along", async () => {
    const reporter = await aReporter();
    const { id: entryId } = await aReportToReview(reporter);
    await decideEntry(staff, { entryId, decision: "accept", note: "" }, NOW);
    const id = await fix(staff, entryId, { format: "College course", credits: "20" });
    const documents = await db.document.findMany({
      where: { memberId: reporter.member.id },
      orderBy: { id: "asc" },
    });
    expect(documents.map((each) => each.entryId)).toEqual([entryId, id]);
    expect(documents[1]?.sha256).toBe(documents[0]?.sha256);
  });

  test("is made for a retired member with many loose uploads as well", async () => {
    const reporter = await aReporter();
    const { id: entryId } = await aReportToReview(reporter);
    await decideEntry(staff, { entryId, decision: "accept", note: "" }, NOW);
    const memberId = reporter.member.id;
    const loose = await db.document.findFirstOrThrow({
      where: { memberId },
      omit: { id: true, entryId: true },
    });
    await db.document.createMany({
      data: Array.from({ length: MOST_LOOSE_DOCUMENTS }, () => loose),
    });
    await db.member.update({ where: { id: memberId }, data: { retiredAt: NOW } });
    const id = await fix(staff, entryId, { format: "College course", credits: "20" });
    expect(await db.document.count({ where: { entryId: id } })).toBe(1);
  });

  test("that was not asked for is told to its member as well", async () => {
    const { member, entryId } = await anAcceptedEntry();
    await fix(staff, entryId);
    const mails = await db.message.findMany({ where: { memberId: member.id } });
    expect(mails.at(-1)?.text).toContain("Credits: 6.00 became 5.00");
    expect(mails.at(-1)?.text).toContain(REASON);
  });

  test.each<[string, Record<string, string>, string, string]>([
    ["nothing", { credits: "6" }, "title", "Nothing differs"],
    ["a day to come", { earnedOn: "2026-05-03" }, "earnedOn", "in the future"],
    ["a step between two", { credits: "5.1" }, "credits", "Enter 5.00 or 5.25."],
    ["a format there is not", { format: "Sleeping" }, "format", "Choose a format"],
    ["a provider there is not", { provider: "none" }, "provider", "Choose a provider"],
  ])("to %s is refused", async (_what, told, field, words) => {
    const { entryId } = await anAcceptedEntry();
    await expect(fix(staff, entryId, told)).rejects.toMatchObject({
      kind: "invalid",
      field,
      message: expect.stringContaining(words),
    });
    expect(await findLatestOf(entryId)).toBe(entryId);
  });

  test("of two at once is made once; the second is told what stands", async () => {
    const { member, entryId } = await anAcceptedEntry();
    const outcomes = await Promise.allSettled([
      fix(staff, entryId, { credits: "4" }),
      fix(colleague, entryId, { credits: "3" }),
    ]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(outcomes.find(({ status }) => status === "rejected")).toMatchObject({
      reason: {
        kind: "conflict",
        message: expect.stringMatching(/corrected meanwhile: it now stands at [34]\.00 CEC/),
      },
    });
    expect(await listStandingEntries(member.id)).toHaveLength(1);
  });

  test("of two who decide about its request at once one is told", async () => {
    const { actor, entryId } = await anAcceptedEntry();
    const [requestId, again] = await Promise.all([ask(actor, entryId), ask(actor, entryId)]);
    expect(again).toBe(requestId);
    const declined = { requestId, decisionNote: "The transcript says 6.00." };
    const outcomes = await Promise.allSettled([
      fix(staff, entryId, { requestId }),
      declineRequest(colleague, declined, CORRECTED_AT),
    ]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    const { decision } = await db.correctionRequest.findUniqueOrThrow({ where: { id: requestId } });
    expect((await findLatestOf(entryId)) === entryId).toBe(decision === "declined");
  });

  test("is not there for others than staff, and nobody corrects their own", async () => {
    const { actor, entryId } = await anAcceptedEntry();
    for (const other of [actor, ...(await othersThanStaff())]) {
      await expect(fix(other, entryId)).rejects.toMatchObject({ kind: "not-found" });
    }
    await expect(fix({ ...actor, roles: ["staff"] }, entryId)).rejects.toMatchObject({
      message: "Nobody decides about their own record. Ask a colleague.",
    });
    expect(await findLatestOf(entryId)).toBe(entryId);
  });

  test("leaves what awaits review to the review", async () => {
    const { id } = await aReportToReview(await aReporter());
    await expect(fix(staff, id)).rejects.toMatchObject({ kind: "conflict" });
  });

  test("keeps an import's own key with the import, so that the next file is compared with it", async () => {
    const { member } = await aReporter();
    const imported = await db.creditEntry.create({
      data: {
        memberId: member.id,
        source: "import",
        externalId: "X-1",
        earnedOn: dateOf("2026-03-03"),
        reportedOn: dateOf("2026-03-03"),
        formatName: "Teaching",
        credits: 600,
        creditTypeName: "CEC",
        providerOther: "Strength School",
        title: "Strength and Conditioning",
        createdAt: NOW,
        acceptedAt: NOW,
      },
    });
    const id = await fix(staff, imported.id);
    expect(await db.creditEntry.findUnique({ where: { id } })).toMatchObject({
      source: "import",
      externalId: null,
    });
  });
});
