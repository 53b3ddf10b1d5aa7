import { describe, expect, test } from "vitest";
import { db } from "@/lib/db";
import { type Actor, MACHINE } from "@/lib/members/rules";
import { receiveProviderPosts } from "@/lib/provider-posts/commands";
import { providerPostsSchema } from "@/lib/provider-posts/schema";
import { actorOf } from "@/tests/support/accounts";
import {
  anImportedMember,
  aWord,
  countRows,
  importText,
  NOW,
  providerPostsFile,
} from "@/tests/support/imports";

async function aClass() {
  const { member, number } = await anImportedMember();
  const provider = await db.provider.create({ data: { name: `School ${aWord()}` } });
  const post = {
    postId: aWord(),
    memberNumber: number,
    dateEarned: "2026-03-03",
    format: "Live course",
    credits: "1.5",
    creditType: "CEC",
    courseName: "Fair Housing",
  };
  const receive = (posts: object[] = [post], actor: Actor = MACHINE) =>
    receiveProviderPosts(actor, provider.id, providerPostsSchema.parse(posts), NOW);
  const rows = () =>
    db.creditEntry.findMany({ where: { memberId: member.id }, orderBy: { id: "asc" } });
  return { member, provider, post, receive, rows };
}

describe("posts received from a provider", () => {
  test("are on the record at once, and the log says from whom", async () => {
    const { provider, post, receive, rows } = await aClass();
    expect(await receive()).toEqual({ added: 1, changed: 0, unchanged: 0 });
    expect(await rows()).toMatchObject([
      { source: "provider_post", externalId: post.postId, credits: 150, acceptedAt: NOW },
    ]);
    expect(await db.auditEntry.findMany({ where: { subjectId: provider.id } })).toMatchObject([
      {
        act: "received provider posts",
        subject: "provider",
        facts: { kind: "provider-posts", rows: 1, added: 1, changed: 0 },
      },
    ]);
  });

  test("change nothing when they come again, by this door or in a file", async () => {
    const { provider, post, receive, rows } = await aClass();
    await receive();
    const before = await rows();
    expect(await receive()).toEqual({ added: 0, changed: 0, unchanged: 1 });
    const file = providerPostsFile({
      post_id: post.postId,
      provider: provider.name,
      member_number: post.memberNumber,
      credits: "1.50",
    });
    expect(await importText("provider-posts", file)).toMatchObject({ added: 0, changed: 0 });
    expect(await rows()).toEqual(before);
  });

  test("twice at once are kept once, and a changed one replaces", async () => {
    const { post, receive, rows } = await aClass();
    const both = await Promise.all([receive(), receive()]);
    expect(both.map(({ added }) => added).sort()).toEqual([0, 1]);
    expect(await receive([{ ...post, credits: "2" }])).toMatchObject({ changed: 1 });
    expect(await rows()).toMatchObject([{ replacedAt: NOW }, { credits: 200, replacedAt: null }]);
  });

  test("are taken all or none, and each fault is told by its post and field", async () => {
    const { post, receive } = await aClass();
    const before = await countRows();
    const wrong = { ...post, postId: aWord(), memberNumber: "nobody", format: "Dancing" };
    await expect(receive([post, wrong])).rejects.toMatchObject({
      kind: "invalid",
      field: "1.memberNumber",
      message: "There is no member with the number nobody. Import the member first.",
      others: { "1.format": expect.stringContaining("There is no format Dancing.") },
    });
    expect(await countRows()).toEqual(before);
  });

  test("are for staff and machines to bring, of a provider that there is", async () => {
    const { member, post, receive } = await aClass();
    await expect(receive([post], actorOf(member))).rejects.toMatchObject({ kind: "not-found" });
    const posts = providerPostsSchema.parse([post]);
    await expect(
      receiveProviderPosts(MACHINE, "01900000-0000-7000-8000-000000000000", posts, NOW),
    ).rejects.toMatchObject({ kind: "not-found" });
  });
});

test.each([
  ["a date that there is not", { dateEarned: "2026-02-30" }],
  ["no amount", { credits: " " }],
  ["an amount with a comma", { credits: "1,5" }],
  ["no number", { postId: " " }],
  ["a field that nobody knows", { grade: "A" }],
])("a post with %s is not understood", async (_what, told) => {
  const { post } = await aClass();
  expect(providerPostsSchema.safeParse([{ ...post, ...told }]).success).toBe(false);
});
