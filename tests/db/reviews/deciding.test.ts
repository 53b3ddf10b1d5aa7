import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import { requestEntryCorrection } from "@/lib/correction-requests/commands";
import { db } from "@/lib/db";
import { withdrawEntry } from "@/lib/entries/commands";
import { findEntry } from "@/lib/entries/queries";
import { reportEntry } from "@/lib/reports/commands";
import { decideEntry, markNotDuplicate } from "@/lib/reviews/commands";
import { findEntryToReview, listAwaitingReview, listLikelyDuplicates } from "@/lib/reviews/queries";
import type { DecideEntry } from "@/lib/reviews/schema";
import { listStandingEntries } from "@/lib/standing-entries/queries";
import { aReport, aReporter, aReportToReview } from "@/tests/support/a-report";
import { NOW } from "@/tests/support/a-row";
import { anEntry } from "@/tests/support/an-entry";
import { aStaffMember, othersThanStaff } from "@/tests/support/staff";

let one: Awaited<ReturnType<typeof aReporter>>;

beforeAll(async () => {
  one = await aReporter();
});

const accept = (entryId: string): DecideEntry => ({ entryId, decision: "accept", note: "" });
const entryOf = (id: string) => db.creditEntry.findUniqueOrThrow({ where: { id } });
const actsOf = async (id: string) =>
  (
    await db.auditEntry.findMany({
      where: { subject: "entry", subjectId: id },
      orderBy: { sequence: "asc" },
    })
  ).map(({ act }) => act);
const reasons = (outcomes: readonly PromiseSettledResult<unknown>[]) =>
  outcomes.flatMap((each) => (each.status === "rejected" ? [each.reason] : []));

describe("staff", () => {
  test.each([
    ["accept", "acceptedAt", "was accepted"],
    ["return", "returnedAt", "needs another look"],
    ["reject", "rejectedAt", "was not accepted"],
  ] as const)("%s an entry: audited, and its member is told", async (decision, at, words) => {
    const reporter = await aReporter();
    const { id, title } = await aReportToReview(reporter);
    const staff = await aStaffMember();
    await decideEntry(staff, { entryId: id, decision, note: "Page 2 is missing." }, NOW);
    expect(await entryOf(id)).toMatchObject({ [at]: NOW, reviewNote: "Page 2 is missing." });
    expect(await actsOf(id)).toHaveLength(2);
    const [mail] = await db.message.findMany({ where: { memberId: reporter.member.id } });
    expect(mail).toMatchObject({
      kind: "entry_decided",
      subject: `Your credit for ${title} ${words}`,
      text: expect.stringContaining("Page 2 is missing."),
    });
  });

  test("see what waits and what accepting it would count", async () => {
    const { id } = await aReportToReview(one, { title: "Waits", earnedOn: "2024-06-01" });
    const { entries } = await listAwaitingReview(null);
    expect(entries.find((each) => each.id === id)).toMatchObject({ documents: 1, credits: 3000 });
    expect((await findEntryToReview(id, NOW))?.effects).toMatchObject([
      { program: "ACSM-CPT", pending: 3000, reason: "awaiting review" },
      { program: "ACSM-EP", pending: 0, reason: "outside the window" },
    ]);
  });

  test("are shown what repeats a provider's post, not the post that came later", async () => {
    const { member } = await aReporter();
    const alike = { earnedOn: "2026-03-03", providerOther: "Strength School", title: "Balance" };
    const reported = await anEntry(member, alike);
    const posted = await anEntry(member, { ...alike, source: "provider_post" });
    const listed = (await listLikelyDuplicates()).shown.map(({ id }) => id);
    expect(listed).toContain(reported.id);
    expect(listed).not.toContain(posted.id);
  });

  test("mark a likely duplicate as none, once and audited", async () => {
    const reporter = await aReporter();
    const reports = [aReport(), aReport({ duplicate: "on" })];
    for (const report of reports) await reportEntry(reporter.actor, report, NOW);
    const second = reports[1]?.reportId ?? "";
    const isListed = async () =>
      (await listLikelyDuplicates()).shown.some(({ id }) => id === second);
    expect(await isListed()).toBe(true);
    const staff = await aStaffMember();
    await markNotDuplicate(staff, { entryId: second }, NOW);
    expect(await isListed()).toBe(false);
    const standing = await listStandingEntries(reporter.member.id);
    expect(standing.map(({ isNotDuplicate }) => isNotDuplicate)).toEqual([false, true]);
    await expect(markNotDuplicate(staff, { entryId: second }, NOW)).rejects.toMatchObject({
      kind: "conflict",
    });
    expect(await actsOf(second)).toEqual(["reported credit", "marked as no duplicate"]);
  });

  test("decide nothing about their own record", async () => {
    const reporter = await aReporter();
    const { id } = await aReportToReview(reporter);
    const self = { ...reporter.actor, roles: ["staff", "administrator"] as const };
    for (const act of [
      () => decideEntry(self, accept(id), NOW),
      () => markNotDuplicate(self, { entryId: id }, NOW),
    ]) {
      await expect(act()).rejects.toMatchObject({
        message: "Nobody decides about their own record. Ask a colleague.",
      });
    }
    expect(await entryOf(id)).toMatchObject({ acceptedAt: null, notDuplicateAt: null });
  });

  test("alone decide: for others, and for unknown entries, there is nothing", async () => {
    const { id } = await aReportToReview(one, { title: "Not theirs to decide" });
    for (const actor of await othersThanStaff()) {
      await expect(decideEntry(actor, accept(id), NOW)).rejects.toMatchObject({
        kind: "not-found",
      });
      await expect(markNotDuplicate(actor, { entryId: id }, NOW)).rejects.toMatchObject({
        kind: "not-found",
      });
    }
    const staff = await aStaffMember();
    await expect(decideEntry(staff, accept(randomUUID()), NOW)).rejects.toMatchObject({
      kind: "not-found",
    });
    expect(await entryOf(id)).toMatchObject({ acceptedAt: null });
  });
});

describe("at once", () => {
  test("five members of staff decide: one does, four are told", async () => {
    const { id } = await aReportToReview(one, { title: "Five at once" });
    const staff = await Promise.all(Array.from({ length: 5 }, aStaffMember));
    const told = reasons(
      await Promise.allSettled(staff.map((actor) => decideEntry(actor, accept(id), NOW))),
    );
    expect(told.map(({ message }) => message)).toEqual(
      Array.from({ length: 4 }, () => "A colleague decided meanwhile: this entry is accepted."),
    );
    expect(await actsOf(id)).toEqual(["reported credit", "accepted an entry"]);
  });

  test("a withdrawal and an acceptance: one of them happens, the other is told", async () => {
    for (let round = 0; round < 6; round += 1) {
      const { id } = await aReportToReview(one, { title: `Round ${round}` });
      const staff = await aStaffMember();
      const acts = [
        () => withdrawEntry(one.actor, { entryId: id }, NOW),
        () => decideEntry(staff, accept(id), NOW),
      ];
      const ordered = round % 2 === 0 ? acts : acts.toReversed();
      const told = reasons(await Promise.allSettled(ordered.map((act) => act())));
      expect(told).toMatchObject([{ kind: "conflict" }]);
      const entry = await entryOf(id);
      expect([entry.acceptedAt, entry.withdrawnAt].filter(Boolean)).toHaveLength(1);
    }
  });
});

describe("a member", () => {
  test("withdraws what awaits review or was sent back, and nothing else", async () => {
    const waiting = await aReportToReview(one, { title: "Waiting" });
    const returned = await aReportToReview(one, { title: "Sent back" });
    const staff = await aStaffMember();
    await decideEntry(staff, { entryId: returned.id, decision: "return", note: "?" }, NOW);
    for (const { id } of [waiting, returned]) {
      await withdrawEntry(one.actor, { entryId: id }, NOW);
      expect(await findEntry(one.member.id, id)).toMatchObject({ state: "withdrawn" });
    }
    const accepted = aReport({ title: "Accepted" });
    await reportEntry(one.actor, accepted, NOW);
    await expect(
      withdrawEntry(one.actor, { entryId: accepted.reportId }, NOW),
    ).rejects.toMatchObject({
      kind: "conflict",
      message: "This entry is accepted, so it can no longer be withdrawn.",
    });
  });

  test("asks for a correction of an accepted entry, and the association is told", async () => {
    const report = aReport({ title: "To be corrected" });
    await reportEntry(one.actor, report, NOW);
    const entryId = report.reportId;
    await requestEntryCorrection(one.actor, { entryId, message: "It was 5.00." }, NOW);
    expect(await findEntry(one.member.id, entryId)).toMatchObject({
      requests: [{ message: "It was 5.00." }],
    });
    const [mail] = await db.message.findMany({ where: { kind: "correction_requested" } });
    expect(mail).toMatchObject({ memberId: null, toAddress: "credits@example.org" });
    expect(mail?.text).toContain("To be corrected");
    expect(await actsOf(entryId)).toEqual(["reported credit", "requested a correction"]);
    const { id } = await aReportToReview(one, { title: "Still waiting" });
    await expect(
      requestEntryCorrection(one.actor, { entryId: id, message: "x" }, NOW),
    ).rejects.toMatchObject({ kind: "invalid" });
  });

  test("has no other member's entries", async () => {
    const { id } = await aReportToReview(one, { title: "Mine" });
    const { actor, member } = await aReporter();
    expect(await findEntry(member.id, id)).toBeNull();
    for (const act of [
      () => withdrawEntry(actor, { entryId: id }, NOW),
      () => requestEntryCorrection(actor, { entryId: id, message: "x" }, NOW),
    ]) {
      await expect(act()).rejects.toMatchObject({ kind: "not-found" });
    }
    expect(await entryOf(id)).toMatchObject({ withdrawnAt: null });
  });
});
