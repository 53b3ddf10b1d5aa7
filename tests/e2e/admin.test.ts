import { readFile } from "node:fs/promises";
import { db } from "@/lib/db";
import { MAY } from "@/lib/roles/rules";
import { aPng } from "@/tests/support/a-picture";
import { anAccount } from "@/tests/support/accounts";
import { anEntry } from "@/tests/support/an-entry";
import { anIssuedCertificate } from "@/tests/support/an-issued-certificate";
import { givePassword, login } from "@/tests/support/login";
import { expectAccessible } from "@/tests/support/look";
import { signIn } from "@/tests/support/sign-in";
import { expect, test } from "@/tests/support/visits";

type Role = "local_office" | "staff" | "administrator";

async function aHolder(role: Role | null) {
  const member = await anAccount({ password: null });
  if (role === null) return member;
  const office = { create: { name: `Office of ${member.username}` } };
  await db.roleGrant.create({
    data: {
      role,
      grantedAt: new Date(),
      member: { connect: { id: member.id } },
      ...(role === "local_office" && { office }),
    },
    select: { role: true },
  });
  return member;
}

const PAGES = {
  "/admin/review": MAY["review credit"],
  "/admin/members": MAY["keep members"],
  "/admin/imports": MAY["import files"],
  "/admin/exports": MAY["export files"],
  "/admin/exports/members": MAY["export files"],
  "/admin/roles": MAY["hand out roles"],
  "/admin/settings": MAY["change settings"],
  "/admin/audit": MAY["read the audit log"],
} as const satisfies Record<string, readonly Role[]>;

for (const role of [null, "local_office", "staff", "administrator"] as const) {
  test(`${role ?? "a member without a role"} reaches the pages of the role and no other`, async ({
    context,
  }) => {
    await signIn(context, await aHolder(role));
    for (const [path, roles] of Object.entries(PAGES)) {
      const { status } = await context.request.get(path).then((answer) => ({
        status: answer.status(),
      }));
      const mayIt = (roles as readonly (Role | null)[]).includes(role);
      expect([path, status]).toEqual([path, mayIt ? 200 : 404]);
    }
  });
}

for (const [role, heading] of [
  ["local_office", /^Office of/],
  ["staff", "Admin panel"],
  ["administrator", "Admin panel"],
] as const) {
  test(`a login leads ${role} to their work; their own record is a click away`, async ({
    page,
  }) => {
    const holder = await aHolder(role);
    await givePassword(holder);
    await login(page, holder);
    const work = page.getByRole("heading", { level: 1, name: heading });
    await expect(work).toBeVisible();
    for (const door of ["/login", "/login/code", "/"]) {
      await page.goto(door);
      await expect(work).toBeVisible();
    }
    await page.getByText("My Account").first().click();
    await page.getByRole("link", { name: /^My (?!Profile)/ }).click();
    await expect(page).toHaveURL(/\/account$/);
  });
}

test("nothing of the admin panel is for visitors", async ({ playwright, baseURL }) => {
  const request = await playwright.request.newContext({ baseURL });
  for (const path of Object.keys(PAGES)) {
    const answer = await request.get(path, { maxRedirects: 0 });
    expect([path, [303, 307, 404].includes(answer.status())]).toEqual([path, true]);
  }
  await request.dispose();
});

test("an administrator's pages are for everybody's eyes and hands", async ({ context, page }) => {
  test.slow();
  await signIn(context, await aHolder("administrator"));
  for (const path of ["", "/members", "/imports", "/exports", "/roles", "/settings", "/audit"]) {
    await page.goto(`/admin${path}`);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    await expectAccessible(page);
  }
});

for (const javaScript of [true, false]) {
  test(`on a phone the sections are one line that opens by the keyboard, ${javaScript ? "with" : "without"} JavaScript`, async ({
    visit,
  }) => {
    const page = await visit(await aHolder("staff"), { javaScript });
    const phone = { width: 390, height: 844 };
    await page.setViewportSize(phone);
    await page.goto("/admin");
    const sections = page.getByRole("navigation", { name: "Admin panel" });
    const line = sections.locator("summary");
    const links = sections.getByRole("link");
    await expect(line).toHaveText(/^Admin panel sections: Overview/);
    await expect(links).toHaveCount(0);
    await line.focus();
    await page.keyboard.press("Enter");
    // Each once: the line is for phones alone, and the list is the same one on a desk.
    await expect(links.filter({ hasText: "Renewals" })).toHaveCount(1);
    if (javaScript) {
      await expectAccessible(page);
      await expect(line).toBeHidden();
      await expect(links.filter({ hasText: "Renewals" })).toHaveCount(1);
      await page.setViewportSize(phone);
      await line.focus();
    }
    await page.keyboard.press("Tab");
    await expect(links.first()).toBeFocused();
    await links.filter({ hasText: "Renewals" }).press("Enter");
    await expect(page.getByRole("heading", { level: 1, name: "Renewals" })).toBeVisible();
    await expect(line).toHaveText(/^Admin panel sections: Renewals/);
    await expect(links).toHaveCount(0);
    await page.setViewportSize({ width: 1440, height: 900 });
    await expect(sections.getByRole("link", { name: "Overview" })).toBeVisible();
  });
}

test("the line of the sections says how much waits in all of them", async ({ visit }) => {
  await anEntry(await aHolder(null), { accepted: false });
  const page = await visit(await aHolder("staff"));
  await page.goto("/admin");
  const sections = page.getByRole("navigation", { name: "Admin panel" });
  const counts = await sections.getByRole("listitem").getByText(/\d/).allInnerTexts();
  const inAll = counts.reduce((sum, count) => sum + Number.parseInt(count, 10), 0);
  await expect(sections.locator("summary")).toHaveText(new RegExp(`· ${inAll} waiting in all$`));
});

test("an administrator gives the association a logo, which heads pages, and takes it away", async ({
  visit,
}) => {
  const page = await visit(await aHolder("administrator"), { javaScript: false });
  await page.goto("/admin/settings");
  const upload = async (name: string, mimeType: string, bytes: Uint8Array) => {
    const buffer = Buffer.from(bytes);
    await page.locator("input[type=file]").setInputFiles({ name, mimeType, buffer });
    await page.getByRole("button", { name: "Upload the logo" }).click();
  };
  await upload("logo.png", "image/png", new TextEncoder().encode("<svg/>"));
  await expect(page.getByLabel("Logo", { exact: true })).toHaveAccessibleDescription(
    /no PNG or JPEG picture/,
  );
  await upload("logo.png", "image/png", aPng());
  await expect(page.getByText("The logo is saved.")).toBeVisible({ timeout: 60_000 });
  const address = await page.getByRole("banner").locator("img").getAttribute("src");
  const answer = await page.request.get(address ?? "");
  expect(answer.headers()["cache-control"]).toContain("immutable");
  const { claim, number } = await anIssuedCertificate();
  const other = await visit(claim.member);
  await other.goto(`/certificates/${number}`);
  const logo = other.getByRole("article").locator("img");
  await expect(logo).toBeVisible();
  await expectAccessible(other);
  await page.getByRole("button", { name: "Remove the logo" }).click();
  await expect(page.getByText("The logo is removed.")).toBeVisible();
  await expect(page.getByRole("banner").locator("img")).toHaveCount(0);
  await other.reload();
  await expect(logo).toBeVisible();
});

test("staff find a member while typing and enter the new legal name", async ({ context, page }) => {
  const member = await anAccount({ password: null });
  await db.member.update({ where: { id: member.id }, data: { lastName: "Ångström-Pérez" } });
  await signIn(context, await aHolder("staff"));
  await page.goto("/admin/members");
  const typed = `angstrom-perez ${member.memberNumber}`;
  await page.getByRole("searchbox", { name: "Find a member" }).pressSequentially(typed);
  await page.getByRole("link", { name: "Ada Ångström-Pérez" }).click();
  await expect(page.getByText(`Member number ${member.memberNumber}.`)).toBeVisible();
  await page.getByRole("link", { name: "Change what is on record" }).click();
  await expectAccessible(page);
  await page.getByLabel("Last name").fill(" ");
  await page.getByLabel("Birthday").fill("13-01");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByLabel("Last name")).toBeFocused();
  await expect(page.getByLabel("Birthday")).toHaveValue("13-01");
  await page.getByLabel("Last name").fill("Lovelace");
  await page.getByLabel("Birthday").fill("12-10");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByRole("heading", { name: "Ada Lovelace" })).toBeVisible();
  await expect(page.getByText("Ångström-Pérez became Lovelace")).toBeVisible();
  await expectAccessible(page);
});

for (const javaScript of [true, false]) {
  test(`a file with two wrong rows is refused, mended and imported, ${javaScript ? "with" : "without"} JavaScript`, async ({
    visit,
  }) => {
    const page = await visit(await aHolder("staff"), { javaScript });
    const provider = `Browser Provider ${javaScript} ${Date.now()}`;
    const upload = async (name: string, text: string) => {
      await page.goto("/admin/imports");
      await page.getByLabel("What it holds").selectOption("providers");
      await page
        .getByLabel("File", { exact: true })
        .setInputFiles({ name, mimeType: "text/csv", buffer: Buffer.from(text) });
      await page.getByRole("button", { name: "Upload and check" }).click();
    };
    await upload("wrong.csv", `provider,in_network\n${provider},maybe\n,yes\n`);
    await expect(page.getByText("Refused: 2 problems.")).toBeVisible({ timeout: 60_000 });
    await expect(page.getByRole("table", { name: "What is wrong" })).toContainText("in_network");
    await upload("right.csv", `provider,in_network\n${provider},yes\n`);
    await page.getByRole("button", { name: "Import this file" }).click({ timeout: 60_000 });
    await expect(page.getByText("The file is imported.")).toBeVisible({ timeout: 60_000 });
    await expect(page.getByText("1 row: 1 added, 0 changed, 0 unchanged.")).toBeVisible();
    expect(await db.provider.count({ where: { name: provider } })).toBe(1);
  });
}

test("a form without a file says so beside the field", async ({ visit }) => {
  const page = await visit(await aHolder("staff"), { javaScript: false });
  await page.goto("/admin/imports?refused=file");
  await expect(page.getByLabel("File", { exact: true })).toHaveAccessibleDescription(
    /Choose a file\./,
  );
});

test("an export comes as a file whose cells are no formulas", async ({ context, page }) => {
  const member = await anAccount({ password: null });
  await db.member.update({ where: { id: member.id }, data: { lastName: "=1+1" } });
  await signIn(context, await aHolder("staff"));
  await page.goto("/admin/exports");
  const coming = page.waitForEvent("download");
  await page.getByRole("button", { name: "Download members" }).click();
  const download = await coming;
  expect(download.suggestedFilename()).toBe("Members.csv");
  const text = await readFile(await download.path(), "utf8");
  expect(text).toContain("'=1+1");
  await page.getByLabel("From").first().fill("2026-12-31");
  await page.getByLabel("To").first().fill("2026-01-01");
  await page.getByRole("button", { name: "Download claims" }).click();
  await expect(page.getByText("The last day comes before the first.")).toBeVisible();
});
