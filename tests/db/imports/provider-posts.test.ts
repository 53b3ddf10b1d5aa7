import { describe, expect, test } from "vitest";
import { findAllocation } from "@/lib/allocations/queries";
import { dayOf } from "@/lib/calendar";
import { listCourses } from "@/lib/courses/queries";
import { db } from "@/lib/db";
import { findTranscript } from "@/lib/transcripts/queries";
import { aCertification, shippedPrograms } from "@/tests/support/a-certification";
import { anEntry } from "@/tests/support/an-entry";
import {
  anImportedMember,
  aWord,
  countRows,
  creditEntriesFile,
  importText,
  NOW,
  providerPostsFile,
  providersFile,
} from "@/tests/support/imports";
import { years } from "@/tests/unit/programs/shipped";

await shippedPrograms();

async function aProvider(in_network = "yes") {
  const name = `Apartment School ${aWord()}`;
  await importText("providers", providersFile({ provider: name, in_network }));
  return db.provider.findFirstOrThrow({ where: { name } });
}

/** A member for whom a provider posted one class, and files that say something else of it. */
async function aPost(told: Record<string, string> = {}) {
  const [{ number, member }, provider] = [await anImportedMember(), await aProvider()];
  const post_id = `P${aWord()}`;
  const own = { post_id, provider: provider.name, member_number: number };
  const says = (row: Record<string, string> = {}, now = NOW) =>
    importText("provider-posts", providerPostsFile({ ...own, ...told, ...row }), { now });
  expect(await says()).toMatchObject({ refusals: 0, added: 1, changed: 0 });
  const rows = () =>
    db.creditEntry.findMany({ where: { memberId: member.id }, orderBy: { id: "asc" } });
  return { number, member, provider, post_id, says, rows };
}

/** What counts of a member's record for CAM 2027, whose window is 2026. */
async function forCam(memberId: string) {
  const { cycles } = await aCertification("CAM", [years(2027)], memberId);
  const allocation = await findAllocation(memberId, cycles[0]?.id ?? "", "2026-11-21");
  return allocation ?? expect.fail("There is no such cycle.");
}

describe("a provider's post", () => {
  test("counts at once for NAAEI, in-network where its provider is", async () => {
    const { member, provider, post_id, rows } = await aPost({ credits: "2" });
    expect(await rows()).toMatchObject([
      {
        source: "provider_post",
        externalId: post_id,
        providerId: provider.id,
        credits: 200,
        acceptedAt: NOW,
      },
    ]);
    expect(await forCam(member.id)).toMatchObject({
      counted: 200,
      minimums: [{ of: "in-network", counted: 200, missing: 300 }],
      lines: [{ counted: 200, reason: "counted" }],
    });
  });

  test("is reported on the association's day of its arrival, also when it is changed later", async () => {
    await db.setting.update({ where: { id: 1 }, data: { timeZone: "America/New_York" } });
    const late = new Date("2026-11-21T03:00:00Z");
    const { number, provider } = await aPost();
    const own = { post_id: aWord(), provider: provider.name, member_number: number };
    await importText("provider-posts", providerPostsFile(own), { now: late });
    const changed = providerPostsFile({ ...own, credits: "3" });
    expect(await importText("provider-posts", changed)).toMatchObject({ changed: 1 });
    const rows = await db.creditEntry.findMany({ where: { externalId: own.post_id } });
    expect(rows.map(({ reportedOn }) => dayOf(reportedOn))).toEqual(["2026-11-20", "2026-11-20"]);
  });

  test("goes before the line that its member typed, whichever came first", async () => {
    const { member, provider, rows } = await aPost({ course_number: "FH-1" });
    const typed = await anEntry(member, {
      source: "reporting_form",
      providerId: provider.id,
      providerOther: null,
      courseNumber: "fh-1",
      title: "My fair housing class",
      reportedOn: "2026-03-03",
    });
    const [post] = await rows();
    const { counted, lines } = await forCam(member.id);
    expect(counted).toBe(100);
    expect(lines.find(({ entryId }) => entryId === typed.id)).toMatchObject({
      counted: 0,
      reason: "duplicate",
      sameAs: post?.id,
    });
  });

  test("stands among the courses and can be had as a transcript of one entry", async () => {
    const { member, rows } = await aPost();
    await anEntry(member, { title: "Another class" });
    const [post] = await rows();
    expect(await listCourses(member.id)).toMatchObject([{ id: post?.id, title: "Fair Housing" }]);
    const transcript = await findTranscript(member.id, { entry: post?.id }, NOW);
    expect(transcript?.rows.map(({ entry }) => entry.title)).toEqual(["Fair Housing"]);
    const { member: other } = await anImportedMember();
    expect(await findTranscript(other.id, { entry: post?.id }, NOW)).toBeNull();
  });
});

describe("posts that arrive again", () => {
  test("change nothing, however provider and number are written", async () => {
    const { provider, post_id, says, rows } = await aPost();
    const before = await rows();
    const nextDay = new Date("2026-11-25T10:00:00Z");
    const written = { provider: provider.name.toUpperCase(), post_id: ` ${post_id.toLowerCase()}` };
    expect(await says(written, nextDay)).toMatchObject({ refusals: 0, added: 0, changed: 0 });
    expect(await rows()).toEqual(before);
  });

  test("with another amount replace what was said, once", async () => {
    const { says, rows } = await aPost();
    expect(await says({ credits: "1.5" })).toMatchObject({ added: 0, changed: 1 });
    expect(await says({ credits: "1.5" })).toMatchObject({ added: 0, changed: 0 });
    const [old, fresh] = await rows();
    expect(old).toMatchObject({ credits: 100, replacedAt: NOW });
    expect(fresh).toMatchObject({ credits: 150, replacesId: old?.id, replacedAt: null });
    expect(
      await db.auditEntry.findMany({ where: { subjectId: fresh?.id }, select: { facts: true } }),
    ).toMatchObject([{ facts: { replaces: old?.id, credits: { from: 100, to: 150 } } }]);
  });

  test("leave a correction by staff as it is, until the provider says something new", async () => {
    const { says, rows } = await aPost();
    const [post] = await rows();
    if (!post) return expect.fail("There is no post.");
    await db.creditEntry.update({ where: { id: post.id }, data: { replacedAt: NOW } });
    const { id: correction } = await anEntry(
      { id: post.memberId },
      {
        source: "provider_post",
        providerId: post.providerId,
        providerOther: null,
        credits: 75,
        replacesId: post.id,
      },
    );
    expect(await says()).toMatchObject({ refusals: 0, added: 0, changed: 0 });
    expect(await says({ credits: "2" })).toMatchObject({ added: 0, changed: 1 });
    expect((await rows()).at(-1)).toMatchObject({ credits: 200, replacesId: correction });
  });

  test("at the same time are kept once", async () => {
    const [{ number }, provider] = [await anImportedMember(), await aProvider()];
    const row = () => ({ post_id: aWord(), provider: provider.name, member_number: number });
    const file = providerPostsFile(...Array.from({ length: 50 }, row));
    const both = [importText("provider-posts", file), importText("provider-posts", file)];
    expect((await Promise.all(both)).map(({ added }) => added).sort()).toEqual([0, 50]);
  });
});

describe("a post's number", () => {
  test("is its provider's own: two may use one, and so may an imported entry", async () => {
    const { number, member, post_id } = await aPost();
    const other = { post_id, provider: (await aProvider("")).name, member_number: number };
    expect(await importText("provider-posts", providerPostsFile(other))).toMatchObject({
      added: 1,
    });
    const entry = creditEntriesFile({ external_id: post_id, member_number: number });
    expect(await importText("credit-entries", entry)).toMatchObject({ refusals: 0, added: 1 });
    const standing = { memberId: member.id, replacedAt: null };
    expect(await db.creditEntry.count({ where: standing })).toBe(3);
  });

  test("never changes its owner", async () => {
    const { says, provider, post_id } = await aPost();
    const { number } = await anImportedMember();
    expect((await says({ member_number: number })).lines).toEqual([
      `line 2, column post_id: ${post_id} of ${provider.name} is a post for another member; a key never changes its owner.`,
    ]);
  });

  test("that stands is refused a second time by the database itself", async () => {
    const { member, provider, post_id } = await aPost();
    const twice = anEntry(member, {
      source: "provider_post",
      providerId: provider.id,
      providerOther: null,
      externalId: post_id.toLowerCase(),
    });
    await expect(twice).rejects.toMatchObject({ code: "P2002" });
  });
});

test("every fault of a file of posts is named, and nothing is written", async () => {
  const [{ number }, { name }] = [await anImportedMember(), await aProvider()];
  const post_id = aWord();
  const row = (told: Record<string, string>) => ({
    post_id: aWord(),
    provider: name,
    member_number: number,
    ...told,
  });
  const before = await countRows();
  const file = providerPostsFile(
    row({ post_id }),
    row({ post_id: post_id.toLowerCase() }),
    row({ member_number: "nobody" }),
    row({ provider: "Nowhere College" }),
    row({ provider: "Other: City Gym" }),
    row({ format: "Dancing" }),
    row({ credit_type: "Points" }),
    row({ credits: "1.10" }),
    row({ credits: "1,5", date_earned: "2026-02-30", course_name: "" }),
  );
  expect((await importText("provider-posts", file)).lines).toEqual([
    "line 3, column post_id: This repeats line 2. Leave one of them out.",
    "line 4, column member_number: There is no member with the number nobody. Import the member first.",
    "line 5, column provider: There is no provider Nowhere College. Import it with the providers first.",
    "line 6, column provider: There is no provider Other: City Gym. Import it with the providers first.",
    expect.stringMatching("^line 7, column format: There is no format Dancing. Known are"),
    expect.stringMatching("^line 8, column credit_type: There is no credit type Points. Known are"),
    "line 9, column credits: CEC goes in steps of 0.25. Enter 1.00 or 1.25.",
    "line 10, column date_earned: There is no such date; write it as 2025-03-29.",
    "line 10, column credits: Enter the credits as a number with at most two decimals, such as 6.5.",
    "line 10, column course_name: This cell may not be empty.",
  ]);
  expect(await countRows()).toEqual(before);
});
