import type { Page } from "@playwright/test";
import { db } from "@/lib/db";
import { aCode } from "@/tests/support/a-code";
import { anAccount, PASSWORD } from "@/tests/support/accounts";
import { expectAccessible } from "@/tests/support/look";
import { signIn } from "@/tests/support/sign-in";
import { expect, test } from "@/tests/support/visits";

async function login(page: Page, who: string, door = "/login?next=/profile") {
  await page.goto(door);
  await page.getByLabel("Email address, member number or username").fill(who);
  await page.getByLabel("Password").fill(PASSWORD);
  await page.getByRole("button", { name: "Login" }).click();
}

const codesOn = (page: Page) =>
  page
    .getByRole("list")
    .getByText(/^([A-Z2-9]{4}-){3}/)
    .allTextContents();

/** Sets one up, and looks at each page; returns the secret and a recovery code. */
async function setUp(page: Page, look: (page: Page) => Promise<void>) {
  await page.goto("/profile");
  await page.getByRole("link", { name: "Second factor" }).click();
  await page.getByLabel("Password").fill("not the password");
  await page.getByRole("button", { name: "Set up a second factor" }).click();
  await expect(page.getByText("This is not your password. Enter it again.").first()).toBeVisible();
  await page.getByLabel("Password").fill(PASSWORD);
  await page.getByRole("button", { name: "Set up a second factor" }).click();
  await expect(page.getByRole("img", { name: "QR code for your authenticator app" })).toBeVisible();
  const secret = (await page.getByText("The secret:").textContent())?.split(": ")[1] ?? "";
  await look(page);
  await page.getByRole("textbox", { name: "Code" }).fill(aCode(secret, new Date()));
  await page.getByRole("button", { name: "Turn it on" }).click();
  await expect(page.getByRole("heading", { name: "Your recovery codes" })).toBeVisible();
  await expect(page.getByText(/^On since .* 10 recovery codes are left.$/)).toBeVisible();
  await look(page);
  const [first = ""] = await codesOn(page);
  return { secret, recoveryCode: first };
}

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? "with JavaScript" : "with JavaScript off", () => {
    test.use({ javaScriptEnabled });

    test("a second factor is set up, asked for at the login, and turned off", async ({
      context,
      page,
    }) => {
      // axe needs scripts; the pages are the same ones.
      const look = javaScriptEnabled ? expectAccessible : async () => {};
      const member = await anAccount();
      await signIn(context, member);
      const { secret, recoveryCode } = await setUp(page, look);
      await context.clearCookies();

      await login(page, member.email);
      await expect(page.getByRole("heading", { name: "Enter your code" })).toBeVisible();
      await look(page);
      // The password alone opens nothing.
      await page.goto("/profile");
      await expect(page).toHaveURL(/\/login/);
      await page.goto("/login/code?next=/profile");
      await page.getByRole("textbox", { name: "Code" }).fill("12 34");
      await page.getByRole("button", { name: "Go on" }).click();
      await expect(
        page.getByText("This code is wrong, or was used already.").first(),
      ).toBeVisible();
      // The present code was spent when it was turned on; the next one is good already.
      const next = new Date(Date.now() + 30_000);
      await page.getByRole("textbox", { name: "Code" }).fill(aCode(secret, next));
      await page.getByRole("button", { name: "Go on" }).click();
      await expect(page.getByRole("heading", { name: "My Profile" })).toBeVisible();

      await page.getByRole("link", { name: "Second factor" }).click();
      await page.getByLabel("Password").first().fill(PASSWORD);
      await page.getByRole("textbox", { name: "Code" }).first().fill(recoveryCode);
      await page.getByRole("button", { name: "Make new recovery codes" }).click();
      await expect(page.getByText("The old ones are worth nothing now.")).toBeVisible();
      const [another = ""] = await codesOn(page);
      await page.getByLabel("Password").last().fill(PASSWORD);
      await page.getByRole("textbox", { name: "Code" }).last().fill(another);
      await page.getByRole("button", { name: "Turn it off" }).click();
      await expect(page.getByText("Your second factor is off.")).toBeVisible();
    });
  });
}

test("the code leads staff who asked for no page to the admin panel", async ({ context, page }) => {
  const member = await anAccount();
  const grant = { memberId: member.id, role: "staff", grantedAt: new Date() } as const;
  await db.roleGrant.create({ data: grant });
  await signIn(context, member);
  const { recoveryCode } = await setUp(page, async () => {});
  await context.clearCookies();
  await login(page, member.email, "/login");
  await page.getByRole("textbox", { name: "Code" }).fill(recoveryCode);
  await page.getByRole("button", { name: "Go on" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Admin panel" })).toBeVisible();
});
