import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import { acceptEntries } from "@/lib/acceptances/commands";
import { db } from "@/lib/db";
import { markNotDuplicate } from "@/lib/reviews/commands";
import { listAwaitingReview } from "@/lib/reviews/queries";
import { aRenewal } from "@/tests/support/a-renewal";
import { aReporter, aReportToReview } from "@/tests/support/a-report";
import { NOW } from "@/tests/support/a-row";
import { anEntry } from "@/tests/support/an-entry";
import { aStaffMember, othersThanStaff } from "@/tests/support/staff";
import { whileItWaits } from "@/tests/support/while-it-waits";

const acceptedAtOf = async (ids: readonly string[]) =>
  (
    await db.creditEntry.findMany({
      where: { id: { in: [...ids] } },
      orderBy: [{ createdAt: "asc" }, { id: "asc" }],
    })
  ).map(({ acceptedAt }) => acceptedAt);
const sentences = (results: Awaited<ReturnType<typeof acceptEntries>>) =>
  results.map(({ sentence }) => sentence);

const mailsOf = (member: { id: string }) =>
  db.message.findMany({ where: { memberId: member.id, kind: "entry_decided" } });

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
    const [mail, ...others] = await mailsOf(member);
    const titles = await db.creditEntry.findMany({
      where: { id: { in: ids } },
      orderBy: { id: "asc" },
    });
    const [one, refused, two] = titles.map(({ title }) => title);
    expect(mail).toMatchObject({ subject: "Your credit for 2 activities was accepted" });
    expect(mail?.text).toContain(`\n3 March 2026, ${one}: 1.00\n3 March 2026, ${two}: 1.00\n`);
    expect(mail?.text).not.toContain(refused);
    expect(others).toEqual([]);
  });

  test("one alone is told as by its own page, each member of their own, and whoever wants no mail nothing", async () => {
    const [alone, several, muted] = [
      await waitingEntries(1),
      await waitingEntries(2),
      await waitingEntries(2),
    ];
    await db.mutedMessage.create({ data: { memberId: muted.member.id, kind: "entry_decided" } });
    const ids = [...several.ids, ...alone.ids, ...muted.ids];
    expect(sentences(await acceptEntries(await aStaffMember(), ids, NOW))).toEqual(
      ids.map(() => "accepted"),
    );
    const { title } = await db.creditEntry.findUniqueOrThrow({ where: { id: alone.ids[0] } });
    expect(await mailsOf(alone.member)).toMatchObject([
      {
        subject: `Your credit for ${title} was accepted`,
        text: expect.stringContaining(`that you reported for ${title} (3 March 2026).`),
      },
    ]);
    expect(await mailsOf(several.member)).toMatchObject([
      { subject: "Your credit for 2 activities was accepted" },
    ]);
    expect(await mailsOf(muted.member)).toEqual([]);
  });

  test("cut off before all of a member's are told, and chosen again: each is accepted and told once", async () => {
    const staff = await aStaffMember();
    const [before, halfway] = [await waitingEntries(2), await waitingEntries(3)];
    const ids = [...before.ids, ...halfway.ids];
    const accept = () => acceptEntries(staff, ids, NOW);
    const [cutOff] = await whileItWaits(
      async (tx) => {
        const { id } = halfway.member;
        await tx.$queryRaw`SELECT 1 FROM members WHERE id = ${id}::uuid FOR UPDATE`;
      },
      () => Promise.allSettled([accept()]),
      async (tx) => {
        await tx.$executeRaw`RESET ROLE`;
        await tx.$queryRaw`SELECT pg_terminate_backend(w.pid) FROM pg_locks w
          WHERE NOT w.granted AND w.transactionid = pg_current_xact_id()::xid`;
      },
    );
    expect(cutOff).toMatchObject({ status: "rejected" });
    expect(await acceptedAtOf(halfway.ids)).toEqual([null, null, null]);
    expect(await mailsOf(halfway.member)).toEqual([]);
    expect(sentences(await accept())).toEqual([
      ...before.ids.map(() => "A colleague decided meanwhile: this entry is accepted."),
      ...halfway.ids.map(() => "accepted"),
    ]);
    for (const [{ member }, count] of [
      [before, 2],
      [halfway, 3],
    ] as const) {
      expect(await mailsOf(member)).toMatchObject([
        { subject: `Your credit for ${count} activities was accepted` },
      ]);
    }
  });

  test("wait for a colleague who is just deciding about one of them", async () => {
    const { id: renewalId, member } = await aRenewal();
    const [first, second] = [
      await anEntry(member, { accepted: false }),
      await anEntry(member, { accepted: false }),
    ];
    const [answer] = await whileItWaits(
      async (tx) => {
        await tx.$queryRaw`SELECT 1 FROM credit_entries WHERE id = ${second.id}::uuid FOR UPDATE`;
      },
      async () =>
        Promise.allSettled([acceptEntries(await aStaffMember(), [first.id, second.id], NOW)]),
      async (tx) => {
        // What the database does when an entry changes.
        await tx.renewal.updateMany({ where: { id: renewalId }, data: { unsettled: true } });
        const decided = { rejectedAt: NOW };
        await tx.creditEntry.updateMany({ where: { id: second.id }, data: decided });
      },
    );
    expect(answer).toMatchObject({
      status: "fulfilled",
      value: [
        { sentence: "accepted" },
        { sentence: "A colleague decided meanwhile: this entry is rejected." },
      ],
    });
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

  test("two colleagues accept overlapping ones: each once, in one mail", async () => {
    const { member, ids } = await waitingEntries(20);
    const staff = await Promise.all([aStaffMember(), aStaffMember()]);
    const choices = [ids.slice(0, 15), ids.slice(5).toReversed()];
    const outcomes = await Promise.all(
      staff.map((actor, nth) => acceptEntries(actor, choices[nth] ?? [], NOW).then(sentences)),
    );
    expect(outcomes.flat().filter((sentence) => sentence === "accepted")).toHaveLength(20);
    expect(new Set(outcomes.flat())).toEqual(
      new Set(["accepted", "A colleague decided meanwhile: this entry is accepted."]),
    );
    const told = (await mailsOf(member)).flatMap(({ text }) => text.match(/Course \d+/g) ?? []);
    const entries = await db.creditEntry.findMany({ where: { id: { in: ids } } });
    expect(told.toSorted()).toEqual(entries.map(({ title }) => title).toSorted());
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
    const backwards = await listAwaitingReview(null, { ...filter, sort: "newest" });
    expect(backwards.entries.map(({ id }) => id)).toEqual(ids.toReversed());
    const before = await listAwaitingReview(after, { ...filter, sort: "newest" });
    expect(before.entries).toEqual([]);
  });
});
