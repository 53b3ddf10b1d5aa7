import { db } from "@/lib/db";
import { MACHINE } from "@/lib/members/rules";
import { receiveProviderPosts } from "@/lib/provider-posts/commands";
import { providerPostsSchema } from "@/lib/provider-posts/schema";
import { aHolder } from "@/tests/support/a-certification";
import { signIn } from "@/tests/support/sign-in";
import { expect, test } from "@/tests/support/visits";

test("a class that a provider posts moves the gauge at once and is a transcript of its own", async ({
  context,
  page,
}) => {
  const year = new Date().getUTCFullYear();
  const cycle = { program: "CAM", from: `${year + 1}-01-01`, to: `${year + 1}-12-31` };
  const { member } = await aHolder([cycle]);
  await signIn(context, member);
  await page.goto("/cecs");
  await expect(page.getByText(/^0 of 8\b/).first()).toBeVisible();

  const courseName = `Fair Housing ${Date.now()}`;
  const provider = await db.provider.create({ data: { name: `School ${Date.now()}` } });
  const post = {
    postId: "1",
    memberNumber: member.memberNumber,
    dateEarned: `${year}-01-01`,
    format: "Live course",
    credits: "2",
    creditType: "CEC",
    courseName,
  };
  await receiveProviderPosts(MACHINE, provider.id, providerPostsSchema.parse([post]), new Date());

  await page.reload();
  await expect(page.getByText(/^2 of 8\b/).first()).toBeVisible();
  await page.goto("/courses");
  await expect(page.getByRole("row", { name: new RegExp(courseName) })).toContainText("2.00 CEC");
  const link = page.getByRole("link", { name: `Transcript of ${courseName}` });
  const paper = await page.request.get((await link.getAttribute("href")) ?? "");
  expect(paper.headers()["content-type"]).toBe("application/pdf");
  expect((await paper.body()).subarray(0, 5).toString()).toBe("%PDF-");
});
