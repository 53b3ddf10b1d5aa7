import { db } from "@/lib/db";
import { aHolder } from "@/tests/support/a-certification";
import { anAccount } from "@/tests/support/accounts";
import { expectAccessible } from "@/tests/support/look";
import { signIn } from "@/tests/support/sign-in";
import { expect, test } from "@/tests/support/visits";

async function anAdministrator() {
  const account = await anAccount({ password: null });
  const granted = { memberId: account.id, role: "administrator" as const, grantedAt: new Date() };
  await db.roleGrant.create({ data: granted });
  return account;
}

test("a member reads what counts and what is asked for, with the rules and their own dates", async ({
  context,
  page,
}) => {
  const year = new Date().getUTCFullYear() + 2;
  const cycle = { program: "CAM", from: `${year}-01-01`, to: `${year}-12-31` };
  const { member } = await aHolder([cycle]);
  await signIn(context, member);
  await page.goto("/renewals/what-counts");
  await expect(page.getByText("A CEC is one hour of continuing education")).toBeVisible();
  const rules = page.getByRole("table", { name: "The rules in force" });
  await expect(rules.getByRole("row", { name: /^CAM / })).toContainText(
    "Provider posts, claims, approved form lines",
  );
  await expectAccessible(page);
  await page.getByRole("link", { name: /CEC Requirements$/ }).click();
  const required = page.getByRole("row", { name: /^CAM Certified Apartment Manager/ });
  await expect(required).toContainText("8 CECs, of them 5 in-network");
  await expect(required).toContainText("$125.00, late $50.00 more");
  const own = page.getByRole("table", { name: "Your next renewals" });
  await expect(own.getByRole("row", { name: /^CAM/ })).toContainText(`1 January ${year}`);
  await expect(page.getByRole("link", { name: "Edit this text" })).toHaveCount(0);
  await expectAccessible(page);
  const edit = await page.request.get("/admin/texts/requirements");
  expect(edit.status()).toBe(404);
});

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? "with JavaScript" : "without JavaScript", () => {
    test.use({ javaScriptEnabled });

    test("an administrator previews and saves a text; who edits at once is told", async ({
      context,
      page,
    }) => {
      await signIn(context, await anAdministrator());
      await page.goto("/admin/texts/what-counts");
      const slow = await context.newPage();
      await slow.goto("/admin/texts/what-counts");
      const said = `Written at ${Date.now()}`;
      await page
        .getByLabel("Text", { exact: true })
        .fill(`${said}.\n\n- One\n- ${said} for {short name}`);
      await page.getByRole("button", { name: "Preview" }).click();
      await expect(page.getByRole("heading", { name: "Preview of what you typed" })).toBeVisible();
      await expect(page.getByText(new RegExp(`^${said} for \\w`))).toBeVisible();
      if (javaScriptEnabled) await expectAccessible(page);
      await page.getByRole("button", { name: "Save the text" }).click();
      await expect(page.getByText("Saved: members read this text now.")).toBeVisible();

      const field = slow.getByLabel("Text", { exact: true });
      await field.fill("Another text.");
      await slow.getByRole("button", { name: "Save the text" }).click();
      await expect(
        slow.getByText(/changed this text on .* take over what is missing/),
      ).toBeVisible();
      await expect(field).toHaveValue("Another text.");
      await expect(slow.getByText(`${said}.`)).toBeVisible();
      await page.goto("/renewals/what-counts");
      await expect(page.getByText(`${said}.`)).toBeVisible();
    });
  });
}
