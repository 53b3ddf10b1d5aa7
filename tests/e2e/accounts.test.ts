import type { Page } from "@playwright/test";
import { anAccount, PASSWORD } from "@/tests/support/accounts";
import { expectAccessible } from "@/tests/support/look";
import { signIn } from "@/tests/support/sign-in";
import { expect, test } from "@/tests/support/visits";

type Account = Awaited<ReturnType<typeof anAccount>>;

const NEW = "another fine password";

async function login(page: Page, who: string, password: string) {
  await page.getByLabel("Email address, member number or username").fill(who);
  await page.getByLabel("Password").fill(password);
  await page.getByRole("button", { name: "Login" }).click();
}

/** Asks for a link by the member's number, and follows the one in the mail. */
async function followResetLink(page: Page, member: Account) {
  await page.goto("/login");
  await page.getByRole("link", { name: "Forgot Password?" }).click();
  await page
    .getByLabel("Enter your email address, ID/Member/E-associate #, or username")
    .fill(member.memberNumber ?? "");
  await page.getByRole("button", { name: "Submit" }).click();
  await page.getByLabel("Email address", { exact: true }).fill(member.email.toUpperCase());
  await page.getByRole("button", { name: "Submit" }).click();
  await expect(page.getByRole("heading", { name: "Check your email" })).toBeVisible();
  await openMail(page, member);
  await page.getByRole("link", { name: /reset-password/ }).click();
}

/** The worker writes the mail in a moment. */
async function openMail(page: Page, { email }: Account) {
  const row = page.getByRole("row").filter({ hasText: email });
  await expect(async () => {
    await page.goto("/mail");
    await expect(row.first()).toBeVisible({ timeout: 500 });
  }).toPass();
  await row.first().getByRole("link").click();
}

test.describe("with JavaScript off", () => {
  test.use({ javaScriptEnabled: false });

  test("a login form of before is not sent on to the page that a signed-in member is led to", async ({
    context,
    page,
  }) => {
    const member = await anAccount();
    await page.goto("/login");
    await signIn(context, member);
    const answered = page.waitForResponse((response) => response.request().method() === "POST");
    await login(page, member.email, "not the password");
    expect((await answered).status()).toBe(303);
    await expect(page.getByRole("heading", { level: 1, name: "My Association" })).toBeVisible();
  });
});

test("login leads on to the page that was asked for, and signing out ends it", async ({ page }) => {
  const member = await anAccount();
  await page.goto("/profile");
  await expect(page).toHaveURL(/\/login\?next=%2Fprofile$/);
  await login(page, member.username ?? "", PASSWORD);
  await expect(page.getByRole("heading", { name: "My Profile" })).toBeVisible();
  await expect(page.getByText(member.email)).toBeVisible();
  await page.getByText("My Account").first().click();
  await page.getByRole("button", { name: "Sign out", exact: true }).click();
  await expect(page.getByRole("heading", { name: "Login" })).toBeVisible();
  await page.goto("/profile");
  await expect(page).toHaveURL(/\/login/);
});

test("on a phone the account menu opens within the screen", async ({ visit }) => {
  const page = await visit(await anAccount({ password: null }));
  for (const width of [390, 360]) {
    await page.setViewportSize({ width, height: 844 });
    await page.goto("/account");
    await page.getByRole("banner").getByText("My Account").click();
    for (const name of ["My Profile", "Sign out"]) {
      const line = page.getByRole("banner").getByText(name, { exact: true });
      await expect(line).toBeInViewport({ ratio: 1 });
    }
  }
});

test("login with the keyboard alone", async ({ page }) => {
  const member = await anAccount();
  await page.goto("/login");
  await page.getByLabel("Email address, member number or username").focus();
  await page.keyboard.type(member.email);
  await page.keyboard.press("Tab");
  await page.keyboard.type(PASSWORD);
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/account$/);
});

test("a refusal keeps what was typed but no password, and does not say which was wrong", async ({
  page,
}) => {
  await page.goto("/login");
  await login(page, "nobody", "wrong");
  await expect(page.getByRole("alert").first()).toContainText("do not go together");
  await expect(page.getByLabel("Email address, member number or username")).toHaveValue("nobody");
  await expect(page.getByLabel("Password")).toHaveValue("");
});

test("too many tries are told when to come back", async ({ page }) => {
  const member = await anAccount();
  await page.goto("/login");
  for (let count = 0; count < 6; count++) {
    await login(page, member.email, `guess ${count}`);
    // Emptied by the answer: what the alert says now is not the answer before.
    await expect(page.getByLabel("Password")).toHaveValue("");
    await expect(page.getByRole("alert").first()).toContainText(
      count < 5 ? "go together" : "Try again at",
    );
  }
});

test("the way on after login never leaves this site", async ({ page }) => {
  const member = await anAccount();
  await page.goto("/login?next=//elsewhere.example/");
  await login(page, member.email, PASSWORD);
  await expect(page).toHaveURL(/\/account$/);
});

test("a forgotten password is set anew by a link that works once", async ({
  page,
  browser,
  baseURL,
}) => {
  const member = await anAccount();
  const elsewhere = await browser.newContext({ baseURL });
  await signIn(elsewhere, member);
  await followResetLink(page, member);
  const link = page.url();
  await page.getByLabel("New password", { exact: true }).fill("short");
  await page.getByLabel("New password, once more").fill("short");
  await page.getByRole("button", { name: "Set New Password" }).click();
  await expect(page.getByText("Choose a password of at least 10 characters.")).toBeVisible();
  await page.getByLabel("New password", { exact: true }).fill(NEW);
  await page.getByLabel("New password, once more").fill(NEW);
  await page.getByRole("button", { name: "Set New Password" }).click();
  await expect(page.getByText("Your new password is set")).toBeVisible();
  await login(page, member.memberNumber ?? "", NEW);
  await expect(page).toHaveURL(/\/account$/);

  const other = await elsewhere.newPage();
  await other.goto("/account");
  await expect(other).toHaveURL(/\/login/);
  await other.goto(link);
  await expect(other.getByText("This link has been used")).toBeVisible();
  await other.getByRole("link", { name: "Ask for a new link" }).click();
  await expect(other.getByRole("heading", { name: "Forgot Password?" })).toBeVisible();
  await elsewhere.close();
});

test("the profession is chosen once, mails are switched off, and everywhere is signed out", async ({
  context,
  page,
}) => {
  await signIn(context, await anAccount());
  await page.goto("/profile");
  await page.getByLabel("Profession").selectOption("Sonographer");
  await page.getByRole("button", { name: "Save Profession" }).click();
  await expect(page.getByRole("button", { name: "Save Profession" })).toBeHidden();
  const box = page.getByLabel("When I have submitted credits");
  await box.uncheck();
  await page.getByRole("button", { name: "Save Emails" }).click();
  await expect(page.getByText("Your choice of emails is saved.")).toBeVisible();
  await page.reload();
  await expect(box).not.toBeChecked();
  await expect(page.getByText("Sonographer")).toBeVisible();
  await page.getByRole("button", { name: "Sign out everywhere" }).click();
  await expect(page.getByRole("heading", { name: "Login" })).toBeVisible();
});

test("the pages before a login are accessible", async ({ page }) => {
  for (const path of [
    "/login",
    "/forgot-password",
    "/forgot-password/confirm?account=7",
    "/forgot-password/sent",
    "/reset-password?link=x",
  ]) {
    await page.goto(path);
    await expectAccessible(page);
  }
  await page.goto("/login");
  await page.getByRole("button", { name: "Login" }).click();
  await expect(page.getByText("Enter your password.")).toBeVisible();
  await expectAccessible(page);
});

test("the pages of an account are accessible", async ({ context, page }) => {
  await signIn(context, await anAccount());
  for (const path of ["/account", "/profile"]) {
    await page.goto(path);
    await expectAccessible(page);
  }
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("login, refusal and sign-out work", async ({ page }) => {
    const member = await anAccount();
    await page.goto("/profile");
    await login(page, member.memberNumber ?? "", "wrong");
    await expect(page.getByRole("alert").first()).toContainText("do not go together");
    await expect(page.getByLabel("Email address, member number or username")).toHaveValue(
      member.memberNumber ?? "",
    );
    await login(page, member.memberNumber ?? "", PASSWORD);
    await expect(page).toHaveURL(/\/profile$/);
    await page.getByText("My Account").first().click();
    await page.getByRole("button", { name: "Sign out", exact: true }).click();
    await expect(page.getByRole("heading", { name: "Login" })).toBeVisible();
  });

  test("a forgotten password is set anew", async ({ page }) => {
    const member = await anAccount();
    await followResetLink(page, member);
    await page.getByLabel("New password", { exact: true }).fill(NEW);
    await page.getByLabel("New password, once more").fill("another one");
    await page.getByRole("button", { name: "Set New Password" }).click();
    await expect(page.getByText("This is not the same password.")).toBeVisible();
    await page.getByLabel("New password", { exact: true }).fill(NEW);
    await page.getByLabel("New password, once more").fill(NEW);
    await page.getByRole("button", { name: "Set New Password" }).click();
    await login(page, member.email, NEW);
    await expect(page).toHaveURL(/\/account$/);
  });

  test("the profile is kept", async ({ context, page }) => {
    await signIn(context, await anAccount());
    await page.goto("/profile");
    await page.getByLabel("Profession").selectOption("MD");
    await page.getByRole("button", { name: "Save Profession" }).click();
    await expect(page.getByRole("button", { name: "Save Profession" })).toBeHidden();
    await page.getByLabel("When I have submitted credits").uncheck();
    await page.getByRole("button", { name: "Save Emails" }).click();
    await expect(page.getByText("Your choice of emails is saved.")).toBeVisible();
    await expect(page.getByLabel("When I have submitted credits")).not.toBeChecked();
  });
});
