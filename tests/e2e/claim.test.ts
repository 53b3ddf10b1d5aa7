import { db } from "@/lib/db";
import { aClaim, addDay, creditsOf } from "@/tests/support/a-claim";
import { everythingOf, versionsOf } from "@/tests/support/a-trail";
import { DAYS } from "@/tests/support/an-event";
import { numberOf } from "@/tests/support/an-issued-certificate";
import {
  amount,
  attestAndLock,
  daysOf,
  enterAndSee,
  openClaim,
  pencil,
  row,
  SUBMIT,
} from "@/tests/support/claim-page";
import { givePassword, login } from "@/tests/support/login";
import { signIn } from "@/tests/support/sign-in";
import { expect, test } from "@/tests/support/visits";

test("credits are claimed step by step as the association's page says", async ({ page }) => {
  const claim = await aClaim({ credits: [null, null, null] });
  const [friday, saturday, sunday] = daysOf(claim.event);
  await givePassword(claim.member);
  await login(page, claim.member);
  await page.getByRole("banner").getByText("My Account").click();
  await page.getByRole("banner").getByRole("link", { name: "My Profile" }).click();
  await expect(page.getByRole("heading", { name: "My Association CMEs and Events" })).toBeVisible();
  await page.getByRole("main").getByRole("link", { name: "CME Tracker" }).click();
  await page.getByLabel("Activity Type").selectOption("Live event");
  await page.getByRole("button", { name: "Apply Filters" }).click();
  await expect(page).toHaveURL(/type=Live\+event/);
  const listed = page.getByRole("row").filter({ hasText: claim.event.title });
  await expect(listed).toContainText("0 of 3 days entered");
  await listed.getByRole("link", { name: /^Enter Credits/ }).click();

  await enterAndSee(page, friday, "6.5", "6.50");
  await enterAndSee(page, saturday, "0", "0.00");
  await enterAndSee(page, sunday, " 7.00 ", "7.00");
  await page.getByRole("button", { name: SUBMIT }).click();
  await expect(page.getByRole("heading", { name: "Review and submit" })).toBeVisible();
  await expect(page.getByRole("row", { name: "Total" })).toContainText("13.50");
  await expect(page.getByText("You cannot change your credits after you submit.")).toBeVisible();
  await attestAndLock(page);
  await expect(page.getByText("Total: 13.50")).toBeVisible();
  await expect(page.getByRole("button", { name: /^Edit credits/ })).toHaveCount(0);

  await page.getByRole("navigation", { name: "Main" }).getByText("CME Tracker").click();
  await expect(listed.getByRole("cell", { name: "13.50" })).toBeVisible();
  const opened = page.waitForResponse(/\/pdf$/);
  await listed.getByRole("link", { name: /^View/ }).click();
  expect((await opened).status()).toBe(200);
  const pdf = await page.request.get((await opened).url());
  const { "content-type": type, "content-disposition": disposition } = pdf.headers();
  expect(type).toBe("application/pdf");
  expect(decodeURIComponent(disposition ?? "")).toContain(
    `${friday} ${claim.event.title} - Certificate ${await numberOf(claim)}.pdf`,
  );
  expect((await pdf.body()).subarray(0, 5).toString()).toBe("%PDF-");
});

test("a claim of zeros is locked, listed with 0.00, and gets no certificate", async ({
  context,
  page,
}) => {
  const claim = await aClaim({ credits: [0, 0] });
  await signIn(context, claim.member);
  await openClaim(page, claim);
  await page.getByRole("button", { name: SUBMIT }).click();
  await expect(page.getByText("No certificate will be issued")).toBeVisible();
  await attestAndLock(page);
  await expect(page.getByText("there is no certificate")).toBeVisible();
  await page.goto("/events");
  await expect(page.getByRole("cell", { name: "0.00" })).toBeVisible();
  await expect(page.getByRole("link", { name: /^View/ })).toHaveCount(0);
  expect(await versionsOf(claim.id)).toEqual([]);
});

test("what was typed is saved on the way to another row and to the review", async ({
  context,
  page,
}) => {
  const claim = await aClaim({ credits: [null, null] });
  const [friday, saturday] = daysOf(claim.event);
  await signIn(context, claim.member);
  await openClaim(page, claim);
  await pencil(page, friday).click();
  await amount(page, friday).fill("3");
  await pencil(page, saturday).click();
  await expect(row(page, friday)).toContainText("3.00");
  await expect(amount(page, saturday)).toBeFocused();
  await amount(page, saturday).fill("4.25");
  await page.getByRole("button", { name: SUBMIT }).click();
  await expect(page.getByRole("row", { name: "Total" })).toContainText("7.25");
  expect(await creditsOf(claim)).toEqual([300, 425]);
});

test("a day that arrives after the lock is submitted as the next submission", async ({
  context,
  page,
}) => {
  const claim = await aClaim({ credits: [650, 700], event: { days: DAYS }, submitted: true });
  await addDay(claim);
  const [friday, saturday, sunday] = daysOf(claim.event);
  await signIn(context, claim.member);
  await page.goto("/events");
  await expect(page.getByText("13.50 submitted")).toBeVisible();
  await page.getByRole("link", { name: /^Enter Credits/ }).click();
  await expect(page.getByText("The other days are still open.")).toBeVisible();
  await expect(page.getByRole("button", { name: /^Edit credits/ })).toHaveCount(1);
  for (const day of [friday, saturday]) {
    await expect(row(page, day).getByRole("img", { name: "Locked" })).toBeVisible();
    await expect(row(page, day)).toContainText("submitted Tue 14 Apr");
  }
  await enterAndSee(page, sunday, "2", "2.00");
  await page.getByRole("button", { name: SUBMIT }).click();
  await expect(page.getByText("It is version 2 and replaces the one before.")).toBeVisible();
  await attestAndLock(page);
  await expect(page.getByText("Total: 15.50")).toBeVisible();
  // What is read out is this submission's time, not the first one's.
  const said = page.getByRole("status").filter({ hasText: "Submitted and locked" });
  await expect(said).not.toContainText("14 Apr 2026");
  const versions = await versionsOf(claim.id);
  expect(versions.map(({ version, supersededAt }) => [version, supersededAt !== null])).toEqual([
    [1, true],
    [2, false],
  ]);
});

test("a mistake in a locked claim is told to the association and shown to its member", async ({
  context,
  page,
}) => {
  const claim = await aClaim({ credits: [650], submitted: true });
  await signIn(context, claim.member);
  await openClaim(page, claim);
  await page.getByRole("link", { name: "Request a correction" }).click();
  await page.getByRole("button", { name: "Send request" }).click();
  const message = page.getByLabel("What should be corrected?");
  await expect(message).toHaveAccessibleDescription(/Say which day is wrong/);
  await message.fill("Fri 10 Apr should be 6.25: I left at noon.");
  await page.getByRole("button", { name: "Send request" }).click();
  await expect(page.getByRole("heading", { name: /^Correction of/ })).toBeVisible();
  await expect(page.getByText("Fri 10 Apr should be 6.25: I left at noon.")).toBeVisible();
  const [request] = (await everythingOf(claim.id)).requests;
  const mailed = await db.message.findMany({ where: { kind: "correction_requested" } });
  expect(mailed.filter(({ text }) => text.includes(request?.message ?? "?"))).toHaveLength(1);
  expect(await creditsOf(claim)).toEqual([650]);
});
