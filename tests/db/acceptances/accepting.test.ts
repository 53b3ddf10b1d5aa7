import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import { acceptEntries } from "@/lib/acceptances/commands";
import { db } from "@/lib/db";
import { markNotDuplicate } from "@/lib/reviews/commands";
import { listAwaitingReview } from "@/lib/reviews/queries";
import { aReporter, aReportToReview } from "@/tests/support/a-report";
import { NOW } from "@/tests/support/a-row";
import { anEntry } from "@/tests/support/an-entry";
import { aStaffMember, othersThanStaff } from "@/tests/support/staff";

const acceptedAtOf = async (ids: readonly string[]) =>
  (
    await db.creditEntry.findMany({
      where: { id: { in: [...ids] } },
      orderBy: [{ createdAt: "asc" }, { id: "asc" }],
    })
  ).map(({ acceptedAt }) => acceptedAt);
const sentences = (results: Awaited<ReturnType<typeof acceptEntries>>) =>
  results.map(({ sentence }) => sentence);

/** So many entries of one member that wait, none like another. */
async function waitingEntries(count: number) {
  const { member } = await aReporter();
  const entries = [];
  for (let nth = 0; nth < count; nth += 1) entries.push(await anEntry(member, { accepted: false }));
  return { member, ids: entries.map(({ id }) => id) };
}

describe("many entries accepted at once", () => {
  test("say of each what became of it; a refused one keeps none of the others back", async () => {
    const staff = await aStaffMember();
    const { member, ids } = await waitingEntries(3);
    const [first = "", second = "", third = ""] = ids;
    await db.creditEntry.update({ where: { id: second }, data: { rejectedAt: NOW } });
    const own = await anEntry({ id: staff.memberId }, { accepted: false });
    const results = await acceptEntries(staff, [...ids, own.id, randomUUID()], NOW);
    const person = await db.member.findUniqueOrThrow({ where: { id: member.id } });
    expect(results[0]?.name).toMatch(
      new RegExp(`^Course \\d+, \\w+ \\d+ \\w+ \\d{4}, ${person.firstName} ${person.lastName}`),
    );
    expect(sentences(results)).toEqual([
      "accepted",
      "A colleague decided meanwhile: this entry is rejected.",
      "accepted",
      "Nobody decides about their own record. Ask a colleague.",
    ]);
    expect(results.map(({ href }) => href)).toEqual([
      undefined,
      `/admin/review/${second}`,
      undefined,
      `/admin/review/${own.id}`,
    ]);
    expect(await acceptedAtOf([first, second, third, own.id])).toEqual([NOW, null, NOW, null]);
    const mails = { memberId: member.id, kind: "entry_decided" } as const;
    expect(await db.message.count({ where: mails })).toBe(2);
  });

  test("leave a likely duplicate until somebody looked, and accept what it repeats", async () => {
    const staff = await aStaffMember();
    const { member } = await aReporter();
    const alike = { earnedOn: "2026-03-03", title: "Balance", accepted: false };
    const first = await anEntry(member, alike);
    const second = await anEntry(member, alike);
    const other = await anEntry((await aReporter()).member, alike);
    const ids = [first.id, second.id, other.id];
    const why = "It may repeat “Balance”: same date, provider and title.";
    expect(sentences(await acceptEntries(staff, ids, NOW))).toEqual(["accepted", why, "accepted"]);
    const { entries } = await listAwaitingReview(null);
    expect(entries.find(({ id }) => id === second.id)).toMatchObject({ reason: why });
    await markNotDuplicate(staff, { entryId: second.id }, NOW);
    expect(sentences(await acceptEntries(staff, [second.id], NOW))).toEqual(["accepted"]);
  });

  test("leave an entry without the document that its format asks for", async () => {
    const staff = await aStaffMember();
    const reporter = await aReporter();
    const { id: withOne } = await aReportToReview(reporter, { title: "With a transcript" });
    const told = { title: "Without one", formatName: "College course", accepted: false };
    const { id: withNone } = await anEntry(reporter.member, told);
    await db.format.update({ where: { name: "College course" }, data: { documentRequired: true } });
    const results = await acceptEntries(staff, [withOne, withNone], NOW);
    expect(sentences(results).toSorted()).toEqual([
      "College course asks for a document, and there is none.",
      "accepted",
    ]);
    expect((await acceptedAtOf([withNone]))[0]).toBeNull();
  });

  test("two colleagues accept the same twenty: each once, one mail each", async () => {
    const { member, ids } = await waitingEntries(20);
    const staff = await Promise.all([aStaffMember(), aStaffMember()]);
    const outcomes = await Promise.all(
      staff.map((actor, nth) =>
        acceptEntries(actor, nth === 0 ? ids : ids.toReversed(), NOW).then(sentences),
      ),
    );
    expect(outcomes.flat().filter((sentence) => sentence === "accepted")).toHaveLength(20);
    expect(new Set(outcomes.flat())).toEqual(
      new Set(["accepted", "A colleague decided meanwhile: this entry is accepted."]),
    );
    const mails = { memberId: member.id, kind: "entry_decided" } as const;
    expect(await db.message.count({ where: mails })).toBe(20);
    const acts = { subjectId: { in: ids }, act: "accepted an entry" };
    expect(await db.auditEntry.count({ where: acts })).toBe(20);
  });

  test("are there for staff alone, and nothing is where no entry is", async () => {
    const { ids } = await waitingEntries(1);
    for (const actor of await othersThanStaff()) {
      await expect(acceptEntries(actor, ids, NOW)).rejects.toMatchObject({ kind: "not-found" });
    }
    await expect(acceptEntries(await aStaffMember(), [randomUUID()], NOW)).rejects.toMatchObject({
      kind: "not-found",
    });
    expect(await acceptedAtOf(ids)).toEqual([null]);
  });
});

describe("the queue of self-reports", () => {
  test("is filtered by any part of a member's name or identifiers, and by format", async () => {
    const { member } = await aReporter();
    const entry = await anEntry(member, { accepted: false, formatName: "Teaching" });
    const idsOf = async (q: string, format = "") =>
      (await listAwaitingReview(null, { q, format })).entries.map(({ id }) => id);
    expect(await idsOf(member.email)).toEqual([entry.id]);
    expect(await idsOf(member.email, "Teaching")).toEqual([entry.id]);
    expect(await idsOf(member.email, "Volunteering")).toEqual([]);
    expect(await idsOf(`${member.email} nobody%`)).toEqual([]);
  });

  test("goes on after the last of the page before", async () => {
    const { member, ids } = await waitingEntries(3);
    const filter = { q: member.email, format: "" };
    const { entries } = await listAwaitingReview(null, filter);
    const [first, ...others] = entries;
    expect(entries.map(({ id }) => id)).toEqual(ids);
    const after = first ? { at: first.createdAt, id: first.id } : null;
    expect((await listAwaitingReview(after, filter)).entries).toEqual(others);
  });
});
