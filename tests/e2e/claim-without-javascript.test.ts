import { aClaim, creditsOf } from "@/tests/support/a-claim";
import { trailOf } from "@/tests/support/a-trail";
import {
  amount,
  attestAndLock,
  daysOf,
  disc,
  enterAndSee,
  LOCK,
  openClaim,
  pencil,
  SUBMIT,
} from "@/tests/support/claim-page";
import { givePassword, login } from "@/tests/support/login";
import { signIn } from "@/tests/support/sign-in";
import { expect, test } from "@/tests/support/visits";

test.use({ javaScriptEnabled: false });

test("a claim is made with JavaScript off", async ({ page }) => {
  const claim = await aClaim({ credits: [null, null] });
  const [friday, saturday] = daysOf(claim.event);
  await givePassword(claim.member);
  await login(page, claim.member);
  await page.getByRole("banner").getByText("My Account").click();
  await page.getByRole("banner").getByRole("link", { name: "My Profile" }).click();
  await page.getByRole("main").getByRole("link", { name: "CME Tracker" }).click();
  await page.getByLabel("Activity Type").selectOption("Live event");
  await page.getByRole("button", { name: "Apply Filters" }).click();
  await page.getByRole("link", { name: /^Enter Credits/ }).click();
  await enterAndSee(page, friday, "6.5", "6.50");
  await enterAndSee(page, saturday, "0", "0.00");
  await page.getByRole("button", { name: SUBMIT }).click();
  await attestAndLock(page);
  await expect(page.getByText("Total: 6.50")).toBeVisible();
  await page.getByRole("navigation", { name: "Main" }).getByText("CME Tracker").click();
  await expect(page.getByRole("cell", { name: "6.50" })).toBeVisible();
  const view = page.getByRole("link", { name: /^View/ });
  const pdf = await page.request.get((await view.getAttribute("href")) ?? "");
  expect(pdf.headers()["content-type"]).toBe("application/pdf");
});

test("refusals keep what was typed and store nothing", async ({ context, page }) => {
  const claim = await aClaim({ credits: [null, null] });
  const [friday, saturday] = daysOf(claim.event);
  await signIn(context, claim.member);
  await openClaim(page, claim);
  await pencil(page, friday).click();
  for (const [typed, refusal] of [
    ["8", /The most for this day is 7.00/],
    ["6.3", /Enter 6.25 or 6.50/],
    ["6,5", /at most two decimals/],
  ] as const) {
    await amount(page, friday).fill(typed);
    await disc(page, friday).click();
    await expect(amount(page, friday)).toHaveAccessibleDescription(refusal);
    await expect(amount(page, friday)).toHaveValue(typed);
  }
  await amount(page, friday).fill("7");
  await pencil(page, saturday).click();
  await expect(amount(page, saturday)).toBeVisible();
  expect(await creditsOf(claim)).toEqual([700, null]);
  await page.getByRole("button", { name: SUBMIT }).click();
  await expect(page.getByText(/Enter the credits for Sat 11 Apr 2026/)).toBeVisible();
  await page.getByRole("link", { name: "Go back" }).click();
  await enterAndSee(page, saturday, "0", "0.00");
  await page.getByRole("button", { name: SUBMIT }).click();
  await page.getByRole("button", { name: LOCK }).click();
  await expect(page.getByRole("checkbox", { name: /I attest/ })).toHaveAccessibleDescription(
    /Tick the box to attest/,
  );
  expect((await trailOf(claim.id, claim.member.id)).submissions).toEqual([]);
});

test("a correction is requested with JavaScript off", async ({ context, page }) => {
  const claim = await aClaim({ credits: [650], submitted: true });
  await signIn(context, claim.member);
  await openClaim(page, claim);
  await page.getByRole("link", { name: "Request a correction" }).click();
  const message = page.getByLabel("What should be corrected?");
  await message.fill("x".repeat(2001));
  await page.getByRole("button", { name: "Send request" }).click();
  await expect(message).toHaveAccessibleDescription(/under 2,000 characters/);
  await expect(message).toHaveValue("x".repeat(2001));
  await message.fill("Fri 10 Apr should be 6.25.");
  await page.getByRole("button", { name: "Send request" }).click();
  await expect(page.getByText("Fri 10 Apr should be 6.25.")).toBeVisible();
});
