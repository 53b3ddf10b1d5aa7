import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import { approveBatches } from "@/lib/batch-approvals/commands";
import { db } from "@/lib/db";
import { decideLines } from "@/lib/line-decisions/commands";
import { listBatchesToReview } from "@/lib/line-decisions/queries";
import { INVOICED_AT } from "@/tests/support/a-renewal";
import { anOffice, aSubmission as aSubmissionOf, posted } from "@/tests/support/a-reporting-form";
import { aStaffMember, othersThanStaff } from "@/tests/support/staff";

let office: Awaited<ReturnType<typeof anOffice>>;
let staff: Awaited<ReturnType<typeof aStaffMember>>;

beforeAll(async () => {
  [office, staff] = [await anOffice(), await aStaffMember()];
});

const aSubmission = (hours: number[] = [4, 4], told = {}) =>
  aSubmissionOf(office, hours, { at: INVOICED_AT, ...told });

type Submission = Awaited<ReturnType<typeof aSubmission>>;

const approve = (seen: readonly Submission["seen"][], actor = staff) =>
  approveBatches(actor, seen, INVOICED_AT);
const entriesOf = (submissions: readonly Submission[]) =>
  db.creditEntry.count({
    where: {
      source: "reporting_form",
      memberId: { in: submissions.map(({ manager }) => manager.member.id) },
    },
  });
const mailsOf = (submissions: readonly Submission[]) =>
  db.message.count({
    where: {
      kind: "form_decided",
      memberId: { in: submissions.map(({ manager }) => manager.member.id) },
    },
  });

describe("many submissions approved at once", () => {
  test("say of each form what became of it, and one that is refused keeps no other back", async () => {
    const [one, two, three] = [await aSubmission(), await aSubmission([8]), await aSubmission([8])];
    const line = await db.batchLine.findFirstOrThrow({ where: { batchId: one.seen.id } });
    const lines = [{ id: line.id, version: 1 }];
    const decided = { batchId: one.seen.id, lines, verdict: "return", note: "Why?" } as const;
    await decideLines(staff, decided, INVOICED_AT);
    const stale = { ...three.seen, version: 2 };
    const results = await approve([one.seen, two.seen, stale, { id: randomUUID(), version: 1 }]);
    const left = one.forms.find(({ id }) => id !== line.formId);
    expect(results).toEqual([
      { name: `${left?.title}, Ada Example`, sentence: "approved" },
      { name: `${two.forms[0]?.title}, Ada Example`, sentence: "approved" },
      {
        name: "Submission of Ada Example",
        sentence: "It was submitted again meanwhile. Look at it as it stands now.",
        href: `/admin/review/batches/${three.seen.id}`,
      },
    ]);
    expect(await entriesOf([one, two, three])).toBe(2);
    expect(await approve([two.seen])).toMatchObject([
      { sentence: "A colleague decided meanwhile: nothing of it awaits approval." },
    ]);
  });

  test("tell of all forms of a submission in one mail, of a single one as by its own page", async () => {
    const [both, single] = [await aSubmission([4, 4]), await aSubmission([8])];
    expect(await approve([both.seen, single.seen])).toHaveLength(3);
    const textsOf = async ({ manager }: Submission) =>
      (
        await db.message.findMany({
          where: { kind: "form_decided", memberId: manager.member.id },
        })
      ).map(({ subject, text }) => `${subject}\n${text}`);
    const [mail, ...others] = await textsOf(both);
    expect(mail).toContain("2 of your CEC Reporting Forms were approved");
    for (const { title } of both.forms) expect(mail).toContain(`4.00 CECs for ${title} (`);
    expect(others).toEqual([]);
    expect(await textsOf(single)).toEqual([
      expect.stringContaining(`Your CEC Reporting Form for ${single.forms[0]?.title} was approved`),
    ]);
  });

  test("leave a form that would not count for whoever looks at it", async () => {
    const told = { title: "Fair housing", earnedOn: "2026-02-02" };
    const submission = await aSubmission([1, 8], told);
    await posted(submission.manager.member.id, 100, "Fair housing");
    expect(await approve([submission.seen])).toMatchObject([
      {
        name: "Fair housing, Ada Example",
        sentence: expect.stringContaining("It would not count: Same date, provider and title"),
        href: `/admin/review/batches/${submission.seen.id}`,
      },
      { sentence: "approved" },
    ]);
    expect(await mailsOf([submission])).toBe(1);
  });

  test("are refused of one's own, beside others", async () => {
    const [own, other] = [await aSubmission([8]), await aSubmission([8])];
    const self = { ...own.manager.actor, roles: ["staff"] as const };
    expect(await approve([own.seen, other.seen], self)).toMatchObject([
      { sentence: "Nobody decides about their own record. Ask a colleague." },
      { sentence: "approved" },
    ]);
    expect(await entriesOf([own])).toBe(0);
  });

  test("by two colleagues: each form once, one mail each", async () => {
    const submissions = [];
    for (let nth = 0; nth < 6; nth += 1) submissions.push(await aSubmission([8]));
    const seen = submissions.map((each) => each.seen);
    const told = await Promise.all([
      approve(seen),
      approve(seen.toReversed(), await aStaffMember()),
    ]);
    const sentences = told.flat().map(({ sentence }) => sentence);
    expect(sentences.filter((sentence) => sentence === "approved")).toHaveLength(6);
    expect(sentences.filter((each) => each.startsWith("A colleague decided"))).toHaveLength(6);
    expect(await entriesOf(submissions)).toBe(6);
    expect(await mailsOf(submissions)).toBe(6);
  });

  test("are there for staff alone", async () => {
    const submission = await aSubmission([8]);
    for (const actor of await othersThanStaff()) {
      await expect(approveBatches(actor, [submission.seen], INVOICED_AT)).rejects.toMatchObject({
        kind: "not-found",
      });
    }
    await expect(approve([{ id: randomUUID(), version: 1 }])).rejects.toMatchObject({
      kind: "not-found",
    });
    expect(await entriesOf([submission])).toBe(0);
  });
});

test("the queue of submissions is filtered by member and by format, and goes on after the last", async () => {
  const { manager, seen } = await aSubmission([8]);
  const { seen: other } = await aSubmission([8]);
  const idsOf = async (q: string, format = "", after: string | null = null) =>
    (await listBatchesToReview(after, { q, format })).batches.map(({ id }) => id);
  expect(await idsOf(manager.member.email)).toEqual([seen.id]);
  expect(await idsOf(manager.member.email, "Expo class")).toEqual([seen.id]);
  expect(await idsOf(manager.member.email, "Teaching")).toEqual([]);
  const [first, ...others] = (await idsOf("Ada")).filter((id) => [seen.id, other.id].includes(id));
  const afterFirst = await idsOf("Ada", "", first);
  expect(afterFirst.filter((id) => [seen.id, other.id].includes(id))).toEqual(others);
  const newest = async (after: string | null) =>
    (await listBatchesToReview(after, { q: "Ada", format: "", sort: "newest" })).batches
      .map(({ id }) => id)
      .filter((id) => [seen.id, other.id].includes(id));
  expect(await newest(null)).toEqual([...others, first]);
  expect(await newest(others[0] ?? null)).toEqual([first]);
});
