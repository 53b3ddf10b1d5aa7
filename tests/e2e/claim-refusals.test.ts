import { ATTESTATION } from "@/lib/claims/rules";
import { aClaim, creditsOf } from "@/tests/support/a-claim";
import { everythingOf, trailOf } from "@/tests/support/a-trail";
import {
  amount,
  attestAndLock,
  daysOf,
  disc,
  enter,
  enterAndSee,
  LOCK,
  openClaim,
  pencil,
  row,
  SUBMIT,
} from "@/tests/support/claim-page";
import { signIn } from "@/tests/support/sign-in";
import { expect, test } from "@/tests/support/visits";

const NO_NUMBER = "Enter the credits as a number with at most two decimals, such as 6.5.";

test("what is no amount for the day is refused beside it, kept as typed, and not stored", async ({
  context,
  page,
}) => {
  const claim = await aClaim({ credits: [null, 500] });
  const [friday] = daysOf(claim.event);
  const before = await everythingOf(claim.id);
  await signIn(context, claim.member);
  await openClaim(page, claim);
  await pencil(page, friday).click();
  for (const [typed, refusal] of [
    ["7.25", "The most for this day is 7.00."],
    ["6.3", "AMA PRA Category 1 goes in steps of 0.25. Enter 6.25 or 6.50."],
    ["6,5", NO_NUMBER],
    ["1000", "Enter at most 999.99 credits."],
    ["1e1", NO_NUMBER],
    ["-1", NO_NUMBER],
    ["-0", NO_NUMBER],
    ["NaN", NO_NUMBER],
    ["6.5.0", NO_NUMBER],
    ["٦", NO_NUMBER],
    ["6.255", NO_NUMBER],
  ] as const) {
    await amount(page, friday).fill(typed);
    await disc(page, friday).click();
    await expect(amount(page, friday)).toHaveAccessibleDescription(refusal);
    await expect(amount(page, friday)).toHaveValue(typed);
    await expect(amount(page, friday)).toBeFocused();
    // Another refusal in the same words could not be told from the one before.
    await page.reload();
  }
  const after = await everythingOf(claim.id);
  expect(after.days).toEqual(before.days);
  expect(await creditsOf(claim)).toEqual([null, 500]);
});

test("a blank day is named, the saved rows stay and nothing is locked", async ({
  context,
  page,
}) => {
  const claim = await aClaim({ credits: [650, null, null] });
  const [, saturday, sunday] = daysOf(claim.event);
  await signIn(context, claim.member);
  await openClaim(page, claim);
  await expect(page.getByText("2 days still to enter: Sat 11 Apr, Sun 12 Apr")).toBeVisible();
  await page.getByRole("button", { name: SUBMIT }).click();
  await expect(page.getByRole("alert").filter({ hasText: "Enter the credits" })).toContainText(
    "Enter the credits for Sat 11 Apr 2026, Sun 12 Apr 2026. Enter 0 if you earned none.",
  );
  await expect(page.getByRole("button", { name: LOCK })).toHaveCount(0);
  await page.getByRole("link", { name: "Go back" }).click();
  await enterAndSee(page, saturday, "7", "7.00");
  await enterAndSee(page, sunday, ".5", "0.50");
  // What is cleared is not entered again, which is not zero.
  await enter(page, sunday, " ");
  await expect(row(page, sunday)).toContainText("not entered");
  expect(await creditsOf(claim)).toEqual([650, 700, null]);
  expect((await trailOf(claim.id, claim.member.id)).submissions).toEqual([]);
});

test("without the attestation nothing is locked", async ({ context, page }) => {
  const claim = await aClaim({ credits: [650, 700] });
  await signIn(context, claim.member);
  await openClaim(page, claim);
  await page.getByRole("button", { name: SUBMIT }).click();
  const box = page.getByRole("checkbox", { name: /I attest/ });
  await page.getByRole("button", { name: LOCK }).click();
  await expect(box).toHaveAccessibleDescription(/Tick the box to attest/);
  await expect(box).toBeFocused();
  expect((await trailOf(claim.id, claim.member.id)).submissions).toEqual([]);
  await attestAndLock(page);
  const { submissions, acts } = await trailOf(claim.id, claim.member.id);
  expect(submissions).toEqual([expect.objectContaining({ attestation: ATTESTATION, number: 1 })]);
  expect(acts).toEqual(["submitted a claim"]);
});

test("before the event ends the page says when credits can be entered", async ({
  context,
  page,
}) => {
  const claim = await aClaim({
    credits: [null],
    event: { days: ["2099-04-12"], endsAt: new Date("2099-04-12T22:00:00Z") },
  });
  await signIn(context, claim.member);
  await openClaim(page, claim);
  await expect(page.getByText("from 12 Apr 2099, 17:00 Chicago time")).toBeVisible();
  await expect(page.getByRole("button", { name: /^Edit credits/ })).toHaveCount(0);
  await expect(page.getByRole("button", { name: SUBMIT })).toHaveCount(0);
});

test("a profession is asked for before the lock", async ({ context, page }) => {
  const claim = await aClaim({ credits: [650], profession: null });
  await signIn(context, claim.member);
  await openClaim(page, claim);
  await page.getByRole("button", { name: SUBMIT }).click();
  await expect(page.getByText("Choose your profession in My Profile first")).toBeVisible();
  await page.goto("/profile");
  await page.getByLabel("Profession").selectOption("MD");
  await page.getByRole("button", { name: "Save Profession" }).click();
  await expect(page.getByRole("button", { name: "Save Profession" })).toBeHidden();
  await openClaim(page, claim);
  await page.getByRole("button", { name: SUBMIT }).click();
  await attestAndLock(page);
});
