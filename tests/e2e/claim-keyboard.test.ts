import type { BrowserContext, Locator, Page } from "@playwright/test";
import { aClaim, creditsOf } from "@/tests/support/a-claim";
import { versionsOf } from "@/tests/support/a-trail";
import { PASSWORD } from "@/tests/support/accounts";
import {
  amount,
  daysOf,
  disc,
  LOCK,
  openClaim,
  pencil,
  row,
  SUBMIT,
} from "@/tests/support/claim-page";
import { givePassword } from "@/tests/support/login";
import { signIn } from "@/tests/support/sign-in";
import { expect, test } from "@/tests/support/visits";

/** Goes on with Tab until the keyboard stands there, as it must within a page's stops. */
async function tabTo(page: Page, target: Locator) {
  await expect(target).toBeVisible();
  for (let stops = 0; stops < 40; stops++) {
    await page.keyboard.press("Tab");
    if (await target.evaluate((element) => element === document.activeElement)) return;
  }
  await expect(target).toBeFocused();
}

async function press(page: Page, target: Locator, key: "Enter" | "Space" = "Enter") {
  await tabTo(page, target);
  await page.keyboard.press(key);
}

/** A claim of 6.50 and a day not entered, with its first row opened by the keyboard. */
async function openFriday(context: BrowserContext, page: Page) {
  const claim = await aClaim({ credits: [650, null] });
  const [friday] = daysOf(claim.event);
  await signIn(context, claim.member);
  await openClaim(page, claim);
  await press(page, pencil(page, friday));
  await expect(amount(page, friday)).toBeFocused();
  return { claim, friday };
}

test("a claim is made with the keyboard alone", async ({ page }) => {
  const claim = await aClaim({ credits: [null, null] });
  const [friday, saturday] = daysOf(claim.event);
  await givePassword(claim.member);
  await page.goto("/");
  const banner = page.getByRole("banner");
  await press(page, banner.getByRole("link", { name: "Login" }));
  await tabTo(page, page.getByLabel("Email address, member number or username"));
  await page.keyboard.type(claim.member.username ?? "");
  await tabTo(page, page.getByLabel("Password"));
  await page.keyboard.type(PASSWORD);
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/account$/);

  const menu = banner.getByText("My Account");
  await press(page, menu);
  await press(page, banner.getByRole("link", { name: "My Profile" }));
  await expect(page.getByRole("heading", { name: "My Profile" })).toBeVisible();
  await press(page, page.getByRole("main").getByRole("link", { name: "CME Tracker" }));
  await tabTo(page, page.getByLabel("Activity Type"));
  await page.keyboard.type("Live");
  await press(page, page.getByRole("button", { name: "Apply Filters" }));
  await expect(page).toHaveURL(/type=Live\+event/);
  await press(page, page.getByRole("link", { name: /^Enter Credits/ }));

  // Tab goes from the amount on to the other rows; Enter in the field saves.
  await press(page, pencil(page, friday));
  await expect(amount(page, friday)).toBeFocused();
  await page.keyboard.type("6.5");
  await page.keyboard.press("Enter");
  await expect(row(page, friday)).toContainText("6.50");
  await expect(
    page.getByRole("status").filter({ hasText: "Fri 10 Apr is saved: 6.50." }),
  ).toHaveCount(1);
  await expect(pencil(page, friday)).toBeFocused();

  await press(page, pencil(page, saturday), "Space");
  await expect(amount(page, saturday)).toBeFocused();
  await page.keyboard.type("7");
  await page.keyboard.press("Shift+Tab");
  await expect(disc(page, saturday)).toBeFocused();
  await page.keyboard.press("Space");
  await expect(row(page, saturday)).toContainText("7.00");
  await expect(pencil(page, saturday)).toBeFocused();

  await press(page, page.getByRole("button", { name: SUBMIT }));
  await press(page, page.getByRole("checkbox", { name: /I attest/ }), "Space");
  await press(page, page.getByRole("button", { name: LOCK }));
  await expect(page.getByText("Total: 13.50")).toBeVisible();
  await expect(page.getByRole("status").filter({ hasText: "Submitted and locked" })).toHaveCount(1);
  await tabTo(page, page.getByRole("link", { name: /^View/ }));
  expect(await versionsOf(claim.id)).toHaveLength(1);
});

test("Escape leaves a row as it was and the keyboard on its pencil", async ({ context, page }) => {
  const { claim, friday } = await openFriday(context, page);
  await page.keyboard.type("1.25");
  await page.keyboard.press("Escape");
  await expect(pencil(page, friday)).toBeVisible();
  await expect(row(page, friday)).toContainText("6.50");
  await expect(pencil(page, friday)).toBeFocused();
  expect(await creditsOf(claim)).toEqual([650, null]);
});

test("a refusal puts the keyboard on the amount, which is typed over", async ({
  context,
  page,
}) => {
  const { friday } = await openFriday(context, page);
  await page.keyboard.press("ControlOrMeta+a");
  await page.keyboard.type("9");
  await page.keyboard.press("Enter");
  await expect(amount(page, friday)).toHaveAccessibleDescription(/The most for this day is 7.00/);
  await expect(amount(page, friday)).toBeFocused();
  await expect(amount(page, friday)).toHaveValue("9");
  await page.keyboard.press("ControlOrMeta+a");
  await page.keyboard.type("7");
  await page.keyboard.press("Enter");
  await expect(row(page, friday)).toContainText("7.00");
  await expect(pencil(page, friday)).toBeFocused();
});
