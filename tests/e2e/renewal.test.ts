import type { BrowserContext } from "@playwright/test";
import { db } from "@/lib/db";
import { joinLateCredentials } from "@/lib/invoice-changes/commands";
import { issueInvoices } from "@/lib/invoices/commands";
import { aHolder } from "@/tests/support/a-certification";
import { anAccount } from "@/tests/support/accounts";
import { anEntry } from "@/tests/support/an-entry";
import { expectAccessible } from "@/tests/support/look";
import { signIn } from "@/tests/support/sign-in";
import { expect, test } from "@/tests/support/visits";

const year = new Date().getUTCFullYear();
const STEPS = [
  "Update Your Contact Information",
  "Submit a Payment Online with Credit or Debit Card",
  "Check your CEC Status",
  "Submit Outstanding CECs Online",
];

/** A renewal for next year, invoiced, of a member who holds these and has eight classes posted. */
async function aRenewer(context: BrowserContext, ...programs: string[]) {
  const from = `${year + 1}-01-01`;
  const { member } = await aHolder(
    programs.map((program) => ({ program, from, to: `${year + 1}-12-31` })),
  );
  const provider = await db.provider.create({
    data: { name: `Institute of ${member.id}`, inNetwork: true },
  });
  await anEntry(member, {
    source: "provider_post",
    providerId: provider.id,
    credits: 800,
    earnedOn: `${year}-01-01`,
    title: "Fair Housing",
  });
  await issueInvoices(`${year}-11-02`, new Date());
  // Another test may have issued between one credential and the next.
  await joinLateCredentials(`${year}-11-02`, new Date());
  const renewal = await db.renewal.findFirstOrThrow({ where: { memberId: member.id } });
  await signIn(context, member);
  return { member, renewal };
}

test("a renewal's four steps stand on one page, and its contact is confirmed by the keyboard", async ({
  context,
  page,
}) => {
  const { member } = await aRenewer(context, "CAM", "CALP");
  await page.goto("/account");
  await page.getByRole("navigation", { name: "Main" }).getByText("Renewals").click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Renew your credential");
  await expect(
    page.getByText(/Still to do: confirm your contact information and pay \$250.00/),
  ).toBeVisible();
  const steps = page
    .getByRole("main")
    .getByRole("listitem")
    .filter({ has: page.getByRole("heading", { level: 2 }) });
  await expect(steps.getByRole("heading", { level: 2 })).toHaveText(
    STEPS.map((step) => new RegExp(step)),
  );
  await expect(page.getByText("Done · 8 of 8, in-network 8 of 5")).toBeVisible();
  await expect(steps).toContainText([/Next · check what/, /To do · \$250.00 due/, /Done/, /Done/]);
  await expectAccessible(page);
  await page.getByLabel("Phone").focus();
  await page.keyboard.type("+1 555 0100");
  await page.keyboard.press("Enter");
  await expect(page.getByText("Your contact information is confirmed.")).toBeVisible();
  await expect(page.getByText(/Done · confirmed/)).toBeVisible();
  await expect(page.getByText("Next · $250.00 due")).toBeVisible();
  await page.getByRole("link", { name: "8.00", exact: true }).first().click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText(
    "What counts for CALP and CAM",
  );
  await expect(page.getByRole("rowheader", { name: /Fair Housing/ })).toBeVisible();
  await expectAccessible(page);
  for (const place of ["/purchases", "/applications"]) {
    await page.goto(place);
    await expect(page.getByText(/CALP and CAM|CALP .* renewal/).first()).toBeVisible();
    await expectAccessible(page);
  }
  const others = await page.request.get(`/renewals/${member.id}`);
  expect(others.status()).toBe(404);
});

test("an administrator changes the invoice and waives the fee, and the last step renews", async ({
  context,
  page,
}) => {
  const { member, renewal } = await aRenewer(context, "CAM");
  await db.renewal.update({ where: { id: renewal.id }, data: { contactConfirmedAt: new Date() } });
  const administrator = await anAccount({ password: null });
  const grantedAt = new Date();
  await db.roleGrant.create({
    data: { memberId: administrator.id, role: "administrator", grantedAt },
  });
  await signIn(context, administrator);
  await page.goto("/admin/renewals?state=approved");
  await expectAccessible(page);
  await page.goto(`/admin/renewals/${renewal.id}`);
  await page.getByLabel("CECs required").fill("4");
  await page.getByLabel("In-network minimum").fill("2");
  await page.getByLabel("Added to the fees").fill("-25");
  await page.getByRole("button", { name: "Issue a new invoice" }).click();
  await expect(page.getByText("Say why.")).toBeVisible();
  await expect(page.getByLabel("Added to the fees")).toHaveValue("-25");
  await page.getByLabel("Reason for the change").fill("joined in July");
  await page.getByRole("button", { name: "Issue a new invoice" }).click();
  await expect(page.getByText(/It asks for 4.00 CECs where the rules say 8.00/)).toBeVisible();
  // Another change for another reason takes nothing back of this one.
  await expect(page.getByLabel("Added to the fees")).toHaveValue("-25.00");
  await expect(page.getByLabel("Reason for the change")).toHaveValue("joined in July");
  await expectAccessible(page);
  await page.getByLabel("What is waived").selectOption("The fee");
  await page.getByLabel("Why", { exact: true }).selectOption("Deployment");
  await page.getByLabel("Reason for the waiver").fill("abroad until May");
  await page.getByRole("button", { name: "Waive" }).click();
  await expect(page.getByText(/^Renewed\. Due on/)).toBeVisible();
  await signIn(context, member);
  await page.goto(`/renewals/${renewal.id}`);
  await page.getByRole("link", { name: "View your renewal certificate" }).click();
  await expect(page.getByText("Certificate of Renewal")).toBeVisible();
  await expect(page.getByText("Certified Apartment Manager (CAM)").first()).toBeVisible();
  await expectAccessible(page);
});

test.describe("with JavaScript off", () => {
  test.use({ javaScriptEnabled: false });

  test("the contact is confirmed, and a refusal keeps what was typed", async ({
    context,
    page,
  }) => {
    const { renewal } = await aRenewer(context, "CAM");
    await page.goto(`/renewals/${renewal.id}`);
    await page.getByLabel("Email address").fill("nobody");
    await page.getByLabel("Phone").fill("+1 555 0100");
    await page.getByRole("button", { name: "Confirm" }).click();
    await expect(
      page.getByText("Enter the whole email address, such as name@example.org."),
    ).toBeVisible();
    await expect(page.getByLabel("Phone")).toHaveValue("+1 555 0100");
    await page.getByLabel("Email address").fill("another@example.org");
    await page.getByRole("button", { name: "Confirm" }).click();
    await expect(page.getByText("Enter your password to change your email address.")).toBeVisible();
    await page.goto(`/renewals/${renewal.id}`);
    await page.getByRole("button", { name: "Confirm" }).click();
    await expect(page.getByText(/Done · confirmed/)).toBeVisible();
  });
});
