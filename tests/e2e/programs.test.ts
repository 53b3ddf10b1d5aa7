import { randomUUID } from "node:crypto";
import { db } from "@/lib/db";
import { MACHINE } from "@/lib/members/rules";
import { ensureProgram, saveRuleVersion } from "@/lib/programs/commands";
import { ruleTermsSchema } from "@/lib/programs/schema";
import { aCertification, shippedPrograms } from "@/tests/support/a-certification";
import { anAccount } from "@/tests/support/accounts";
import { expectAccessible } from "@/tests/support/look";
import { signIn } from "@/tests/support/sign-in";
import { expect, test } from "@/tests/support/visits";
import { SHIPPED } from "@/tests/unit/programs/shipped";

async function aHolderOf(role: "staff" | "administrator") {
  const account = await anAccount({ password: null });
  const granted = { memberId: account.id, role, grantedAt: new Date() };
  await db.roleGrant.create({ data: granted });
  return account;
}

/** A program of one test's own, 45 in three years. */
async function aProgram() {
  await shippedPrograms();
  const code = `T-${randomUUID().slice(0, 8)}`;
  const names = [{ code, name: "A program", fromOn: "1900-01-01" }];
  await ensureProgram(MACHINE, { code, names }, new Date());
  const terms = ruleTermsSchema.parse(SHIPPED[0]?.versions[0]?.terms);
  await saveRuleVersion(MACHINE, { programCode: code, fromOn: "1900-01-01", terms }, new Date());
  return code;
}

const PARTS = [
  "providers",
  "formats",
  "credit-types",
  "activity-types",
  "professions",
  "offices",
] as const;

/** Long past what other tests renew. */
const CYCLE = { startsOn: "2057-01-01", endsOn: "2059-12-31" };

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? "with JavaScript" : "without JavaScript", () => {
    test.use({ javaScriptEnabled });

    test("an administrator prepares a rule version, sees what it does, and saves it", async ({
      context,
      page,
    }) => {
      const code = await aProgram();
      const { memberId } = await aCertification(code, [CYCLE]);
      await signIn(context, await aHolderOf("administrator"));
      await page.goto("/admin/programs");
      if (javaScriptEnabled) await expectAccessible(page);
      await page.getByRole("link", { name: code, exact: true }).click();
      await expect(page.getByText("All cycles: in force")).toBeVisible();
      if (javaScriptEnabled) await expectAccessible(page);
      await page.getByRole("link", { name: "New rule version" }).click();
      await expect(page.getByLabel("Credits required")).toHaveValue("45.00");
      if (javaScriptEnabled) await expectAccessible(page);

      await page.getByLabel("From", { exact: true }).fill("2058-01-01");
      await page.getByLabel("Credits required").fill("5x");
      await page.getByText("Another maximum (1)").click();
      const row = page.getByRole("group").filter({ hasText: "Another maximum (1)" }).last();
      await row.getByLabel("At most").fill("3");
      await row.getByLabel("Teaching").check();
      await row.getByLabel("In", { exact: true }).selectOption("cycle year");
      await page.getByRole("button", { name: "Preview what it does" }).click();
      await expect(page.getByText(/^Enter the credits as a number/)).toBeVisible();
      await expect(page.getByLabel("Credits required")).toHaveValue("5x");
      await expect(row.getByLabel("Teaching")).toBeChecked();
      await page.getByLabel("Credits required").fill("50");
      await page.getByRole("button", { name: "Preview what it does" }).click();
      await expect(page.getByText(/The maximum for Teaching and .* overlap/)).toBeVisible();
      if (javaScriptEnabled) await expectAccessible(page);
      await expect(page.getByLabel("Credits required")).toHaveValue("50");
      await row.getByLabel("Teaching").uncheck();
      await row.getByLabel("Reading").check();
      await page.getByRole("button", { name: "Preview what it does" }).click();

      await expect(page.getByRole("button", { name: "Save this version" })).toBeVisible({
        timeout: 60_000,
      });
      const short = page.getByRole("table", { name: /Who falls short/ });
      await expect(short.getByRole("row", { name: /5\.00 more to go/ }).first()).toBeVisible();
      await expect(page.locator(`a[href="/admin/members/${memberId}"]`)).toBeVisible();
      if (javaScriptEnabled) await expectAccessible(page);
      await page.getByRole("button", { name: "Save this version" }).click();
      await expect(page.getByText("The version is saved.").first()).toBeVisible();
      await expect(page.getByText("Cycles due from 1 January 2058: coming")).toBeVisible();
    });

    test("an administrator adds a program and drafts its first rules", async ({
      context,
      page,
    }) => {
      await shippedPrograms();
      const code = `N-${randomUUID().slice(0, 8)}`;
      await signIn(context, await aHolderOf("administrator"));
      await page.goto("/admin/programs");
      await page.getByRole("link", { name: "New program" }).click();
      if (javaScriptEnabled) await expectAccessible(page);
      await page.getByLabel("Code").fill("CAM");
      await page.getByLabel("Name").fill("Certified for a Test");
      await page.getByRole("button", { name: "Add the program" }).click();
      await expect(page.getByLabel("Code")).toHaveAccessibleDescription(/has or had this code/);
      await expect(page.getByLabel("Name")).toHaveValue("Certified for a Test");
      await page.getByLabel("Code").fill(code);
      await page.getByRole("button", { name: "Add the program" }).click();
      await expect(
        page.getByRole("heading", { name: `${code}: Certified for a Test` }),
      ).toBeVisible();
      if (javaScriptEnabled) await expectAccessible(page);
      await page.getByRole("link", { name: "First rule version" }).click();
      // The page before has a "From" as well.
      await expect(page.getByLabel("Credits required")).toHaveValue("0.00");
      await page.getByLabel("From", { exact: true }).fill("2058-01-01");
      await page.getByLabel("Credits required").fill("12");
      await page.getByRole("button", { name: "Preview what it does" }).click();
      await page.getByRole("button", { name: "Save this version" }).click({ timeout: 60_000 });
      await expect(page.getByText("Cycles due from 1 January 2058: coming")).toBeVisible();
    });

    test("formats, providers and credit types are changed where they stand", async ({
      context,
      page,
    }) => {
      await signIn(context, await aHolderOf("administrator"));
      const name = `Academy ${Date.now()}`;
      await page.goto("/admin/programs/providers");
      await page.locator("#new-name").fill(name);
      await page.getByRole("button", { name: "Add the provider" }).click();
      await expect(page.getByText(`${name} is added.`)).toBeVisible();
      await page.getByLabel("Find a provider").fill(name);
      await page.getByRole("button", { name: "Find" }).click();
      const row = page.getByRole("listitem").filter({ has: page.getByRole("heading", { name }) });
      await row.getByLabel("In-network").check();
      await row.getByRole("button", { name: `Save ${name}` }).click();
      await expect(row.getByText(`${name} is saved.`)).toBeVisible();
      await expect(row.getByLabel("In-network")).toBeChecked();
      for (const part of PARTS) {
        await page.goto(`/admin/programs/${part}`);
        if (javaScriptEnabled) await expectAccessible(page);
      }
      await page.goto("/admin/programs/activity-types");
      const kind = `Seminar ${Date.now()}`;
      await page.locator("#new-name").fill(kind);
      await page.locator("#new-formatName").selectOption("Teaching");
      await page.getByRole("button", { name: "Add the activity type" }).click();
      await expect(page.getByText(`${kind} is added.`)).toBeVisible();
      const seminar = page
        .getByRole("listitem")
        .filter({ has: page.getByRole("heading", { name: kind }) });
      await expect(seminar.getByLabel("Format")).toHaveValue("Teaching");
      const removal = seminar.getByRole("button", { name: `Remove ${kind}` });
      await expect(removal).toBeHidden();
      await seminar
        .getByText(/^Remove/)
        .first()
        .click();
      if (javaScriptEnabled) await expectAccessible(page);
      await removal.click();
      await expect(page.getByText(`${kind} is removed.`)).toBeVisible();
      await expect(seminar).toHaveCount(0);
      await page.goto("/admin/programs/credit-types");
      const type = page
        .getByRole("listitem")
        .filter({ has: page.getByRole("heading", { name: "CME", exact: true }) });
      await type.getByLabel("Increment").fill("0");
      await type.getByRole("button", { name: "Save CME", exact: true }).click();
      await expect(type.getByText("Enter the smallest step, such as 0.25.")).toBeVisible();
    });
  });
}

test.describe("others than administrators", () => {
  test.use({ looksForMissingPages: true });

  test("find no such page", async ({ context, page }) => {
    await shippedPrograms();
    await signIn(context, await aHolderOf("staff"));
    const parts = ["", "/new", "/CAM", "/CAM/new-version", ...PARTS.map((part) => `/${part}`)];
    for (const part of parts) {
      const answer = await page.goto(`/admin/programs${part}`);
      expect(answer?.status(), part).toBe(404);
    }
    await page.goto("/admin");
    await expect(page.getByRole("link", { name: "Programs" })).toHaveCount(0);
  });
});
