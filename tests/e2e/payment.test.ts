import AxeBuilder from "@axe-core/playwright";
import { expect, type Page, test } from "@playwright/test";
import { shiftDay, todayIn } from "@/lib/calendar";
import { db } from "@/lib/db";
import { issueInvoices } from "@/lib/invoices/commands";
import { aCertification, shippedPrograms } from "@/tests/support/a-certification";
import { anAccount } from "@/tests/support/accounts";
import { signIn } from "@/tests/support/sign-in";

/** A renewal that falls due at the next turn of the year, invoiced today if the calendar says so or not. */
async function aRenewalToPay() {
  await shippedPrograms();
  const now = new Date();
  const today = todayIn("UTC", now);
  const year = Number(today.slice(0, 4)) + 1;
  const member = await anAccount({ password: null });
  const cycle = { startsOn: `${year}-01-01`, endsOn: `${year}-12-31` };
  await aCertification("CAM", [cycle], member.id);
  const issuedOn = [today, shiftDay(cycle.startsOn, { days: -60 })].toSorted().at(-1) ?? today;
  await issueInvoices(issuedOn, now);
  const { id } = await db.renewal.findFirstOrThrow({ where: { memberId: member.id } });
  return { id, member };
}

const step = (page: Page) =>
  page.getByRole("listitem").filter({ hasText: "Submit a Payment Online" });

async function expectAccessible(page: Page) {
  const tags = ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa"];
  const { violations } = await new AxeBuilder({ page }).withTags(tags).analyze();
  expect(violations).toEqual([]);
}

test("a card is declined, the next one pays, and the receipt is there", async ({
  context,
  page,
}) => {
  const { id, member } = await aRenewalToPay();
  await signIn(context, member);
  await page.goto(`/renewals/${id}`);
  await expectAccessible(page);
  await expect(step(page)).toContainText(/From 1 April \d{4} on a late fee of \$50.00 is added/);
  await page.getByRole("button", { name: "Pay $125.00" }).click();
  await expect(page).toHaveURL(/\/payments\/test\//);
  await expect(page.getByText("Test payments: no money moves")).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Have the card declined" }).click();
  await expect(page.getByText("The card was declined and nothing was charged.")).toBeVisible();
  await page.getByRole("link", { name: "Leave without paying" }).click();
  await expect(step(page)).toContainText("Your card was declined and nothing was charged.");
  await expectAccessible(page);
  await page.getByRole("button", { name: "Pay $125.00" }).click();
  await page.getByRole("button", { name: "Have the bank ask who pays" }).click();
  await page.getByRole("button", { name: "Yes, it is me" }).click();
  await expect(page).toHaveURL(new RegExp(`/renewals/${id}\\?payment=made`));
  await expect(step(page)).toContainText(/\$125.00, paid on/);
  await expect(page.getByRole("button", { name: /^Pay / })).toBeHidden();
  await expectAccessible(page);
  const address = await page.getByRole("link", { name: "Receipt (PDF)" }).getAttribute("href");
  const receipt = await page.request.get(address ?? "");
  expect(receipt.headers()["content-type"]).toBe("application/pdf");
  expect((await receipt.body()).subarray(0, 5).toString()).toBe("%PDF-");
});

test("with the keyboard alone, and told twice", async ({ context, page }) => {
  const { id, member } = await aRenewalToPay();
  await signIn(context, member);
  await page.goto(`/renewals/${id}`);
  await page.getByRole("button", { name: "Pay $125.00" }).focus();
  await page.keyboard.press("Enter");
  await page.getByRole("button", { name: "Pay, and have it told twice" }).focus();
  await page.keyboard.press("Enter");
  await expect(step(page)).toContainText(/\$125.00, paid on/);
  const mails = await db.message.count({
    where: { memberId: member.id, kind: "payment_received" },
  });
  expect(mails).toBe(1);
});

test("told late: the page says that it is being confirmed and reloads itself until it is", async ({
  context,
  page,
}) => {
  const { id, member } = await aRenewalToPay();
  await signIn(context, member);
  await page.goto(`/renewals/${id}`);
  await page.getByRole("button", { name: "Pay $125.00" }).click();
  await page.getByRole("button", { name: "Pay, and have it told late" }).click();
  await expect(step(page)).toContainText("Your payment is being confirmed.");
  await expect(step(page)).toContainText(/\$125.00, paid on/, { timeout: 60_000 });
});

test("coming back says nothing: an address alone pays for nothing", async ({ context, page }) => {
  const { id, member } = await aRenewalToPay();
  await signIn(context, member);
  await page.goto(`/renewals/${id}?payment=made`);
  await expect(page.getByRole("button", { name: "Pay $125.00" })).toBeVisible();
  expect(await db.payment.count({ where: { invoice: { renewalId: id } } })).toBe(0);
});

test("an administrator refunds, and the payment is due again", async ({
  browser,
  baseURL,
  context,
  page,
}) => {
  const { id, member } = await aRenewalToPay();
  await signIn(context, member);
  await page.goto(`/renewals/${id}`);
  await page.getByRole("button", { name: "Pay $125.00" }).click();
  await page.getByRole("button", { name: "Pay $125.00" }).click();
  await expect(step(page)).toContainText(/\$125.00, paid on/);

  const administrator = await anAccount({ password: null });
  await db.roleGrant.create({
    data: { memberId: administrator.id, role: "administrator", grantedAt: new Date() },
  });
  const office = await browser.newContext({ baseURL, javaScriptEnabled: false });
  await signIn(office, administrator);
  const staff = await office.newPage();
  await staff.goto("/admin/payments");
  const { number } = await db.invoice.findFirstOrThrow({ where: { renewalId: id } });
  await staff.getByRole("link", { name: `Invoice ${number}`, exact: true }).click();
  await staff.getByRole("button", { name: "Refund $125.00" }).click();
  await expect(staff.getByText("Say why the payment is given back.")).toBeVisible();
  await staff.getByLabel("Reason for the refund").fill("Left the profession.");
  await staff.getByRole("button", { name: "Refund $125.00" }).click();
  await expect(staff.getByText("Refund requested").first()).toBeVisible();
  await office.close();

  await expect(async () => {
    await page.goto(`/renewals/${id}`);
    await expect(step(page)).toContainText("Your payment of $125.00 was refunded on");
  }).toPass({ timeout: 60_000 });
  await expect(page.getByRole("button", { name: "Pay $125.00" })).toBeVisible();
});

test("the pages of payments look right to staff's tools, and are not there for members", async ({
  context,
  page,
}) => {
  const { member } = await aRenewalToPay();
  await signIn(context, member);
  expect((await page.goto("/admin/payments"))?.status()).toBe(404);
  expect((await page.goto("/payments/test/nothing"))?.status()).toBe(404);
  await db.roleGrant.create({
    data: { memberId: member.id, role: "administrator", grantedAt: new Date() },
  });
  await page.goto("/admin/payments");
  await expectAccessible(page);
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("a renewal is paid, and a page that expired first counts all the same", async ({
    context,
    page,
  }) => {
    const { id, member } = await aRenewalToPay();
    await signIn(context, member);
    await page.goto(`/renewals/${id}`);
    await page.getByRole("button", { name: "Pay $125.00" }).click();
    await expect(page.getByText("Test payments: no money moves")).toBeVisible();
    await page.getByRole("button", { name: "Pay when the page has expired" }).click();
    await expect(step(page)).toContainText(/\$125.00, paid on/);
  });
});
