import type { Page } from "@playwright/test";
import { type Day, formatDay } from "@/lib/calendar";
import { db } from "@/lib/db";
import { anOffice, aSubmission } from "@/tests/support/a-reporting-form";
import { anAccount } from "@/tests/support/accounts";
import { anEntry } from "@/tests/support/an-entry";
import { expectAccessible } from "@/tests/support/look";
import { expect, test } from "@/tests/support/visits";

const year = new Date().getUTCFullYear();
const earnedOn: Day = `${year - 1}-03-03`;
const earned = formatDay(earnedOn);

async function aStaffMember() {
  const staff = await anAccount({ password: null });
  const grant = { memberId: staff.id, role: "staff" as const, grantedAt: new Date() };
  await db.roleGrant.create({ data: grant });
  return staff;
}

/** Entries of these titles that wait, of one member, and the page of the queue that lists them. */
async function aQueueOf(...titles: string[]) {
  const member = await anAccount({ password: null });
  for (const title of titles) {
    await anEntry(member, { title, accepted: false, earnedOn });
  }
  return { member, path: `/admin/review?q=${encodeURIComponent(member.email)}` };
}

const tick = (page: Page, title: string) =>
  page.getByRole("checkbox", { name: `Choose ${title}` }).check();
const results = (page: Page) => page.getByRole("listitem").filter({ hasText: /: / });
const acceptedOf = (member: { id: string }) =>
  db.creditEntry.count({ where: { memberId: member.id, acceptedAt: { not: null } } });

test("without a script, what is chosen is accepted once it is confirmed, and each has its result", async ({
  visit,
}) => {
  const { member, path } = await aQueueOf("Strength", "Balance", "Stretch", "Stretch");
  const page = await visit(await aStaffMember(), { javaScript: false });
  await page.goto(path);
  await expect(page.getByRole("row", { name: /Stretch.*It may repeat/ })).toHaveCount(1);
  await page.getByRole("button", { name: "Accept the selected" }).click();
  await expect(page.getByText("Choose at least one entry.")).toBeVisible();
  await tick(page, "Strength");
  await page.getByRole("button", { name: "Accept the selected" }).click();
  await expect(page.getByText("Accept 1 entry?")).toBeVisible();
  await expect(page.getByRole("checkbox", { name: "Choose Strength" })).toBeChecked();
  expect(await acceptedOf(member)).toBe(0);

  // Other ones than were named: it asks again.
  await page.getByLabel("Select all on this page").check();
  await page.getByRole("button", { name: "Accept 1 entry" }).click();
  await expect(page.getByText("Accept 4 entries?")).toBeVisible();
  await page.getByRole("button", { name: "Accept 4 entries" }).click();
  await expect(page.getByText("3 accepted. 1 is left: the list says why.")).toBeVisible();
  await expect(results(page)).toContainText([
    `Strength, ${earned}, Ada Example: accepted`,
    `Balance, ${earned}, Ada Example: accepted`,
    `Stretch, ${earned}, Ada Example: accepted`,
    `Stretch, ${earned}, Ada Example: It may repeat “Stretch”: same date, provider and title.`,
  ]);
  expect(await acceptedOf(member)).toBe(3);
  await page
    .getByRole("listitem")
    .getByRole("link", { name: `Stretch, ${earned}` })
    .click();
  await expect(page.getByRole("button", { name: "Not a duplicate" })).toBeVisible();
});

test("submitted forms are approved many at once, beside the self-reports", async ({ visit }) => {
  const office = await anOffice(`Busy office ${Date.now()}`);
  const told = { at: new Date(), year: year + 1, earnedOn: `${year}-01-01` };
  const { manager, forms } = await aSubmission(office, [8], told);
  const page = await visit(await aStaffMember(), { javaScript: false });
  await page.goto(`/admin/review?q=${encodeURIComponent(manager.member.email)}`);
  await page.getByRole("link", { name: /^Submitted forms/ }).click();
  await expect(page.getByLabel("Member", { exact: true })).toHaveValue(manager.member.email);
  await page.getByRole("checkbox", { name: "Choose the forms of Ada Example" }).check();
  await page.getByRole("button", { name: "Approve the selected" }).click();
  await page.getByRole("button", { name: "Approve 1 submission" }).click();
  await page.getByText("What became of each").click();
  await expect(results(page)).toContainText([`${forms[0]?.title}, Ada Example: approved`]);
  await expect(page.getByText("Nothing to approve")).toBeVisible();
});

test("with a script, by the keyboard, and it says how far it is", async ({ visit }) => {
  const titles = Array.from({ length: 12 }, (_, nth) => `Class ${nth + 1} of a dozen`);
  const { member, path } = await aQueueOf(...titles);
  const page = await visit(await aStaffMember());
  await page.goto(path);
  await expectAccessible(page);
  await page.keyboard.press("?");
  await expect(page.getByRole("dialog", { name: "Keys" })).toBeVisible();
  await page.keyboard.press("Escape");
  await page.keyboard.press("j");
  await expect(page.getByRole("link", { name: titles[0], exact: true })).toBeFocused();
  await page.keyboard.press("x");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press(" ");
  await expect(page.getByRole("checkbox", { checked: true })).toHaveCount(2);
  await page.keyboard.press("x");
  await expect(page.getByRole("checkbox", { checked: true })).toHaveCount(1);
  await page.keyboard.press("k");
  await expect(page.getByRole("link", { name: titles[0], exact: true })).toBeFocused();
  await page.getByLabel("Member", { exact: true }).press("x");
  await expect(page.getByLabel("Member", { exact: true })).toHaveValue(`x${member.email}`);

  await page.getByLabel("Select all on this page").check();
  await expect(page.getByRole("checkbox", { checked: true })).toHaveCount(13);
  await page.getByRole("button", { name: "Accept the selected" }).click();
  await expect(page.getByRole("button", { name: "Accept 12 entries" })).toBeFocused();
  await expectAccessible(page);
  await page.keyboard.press("Enter");
  await expect(page.getByText("12 accepted.")).toBeVisible();
  await expect(page.locator("summary").filter({ hasText: "What became of each" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(results(page)).toHaveCount(12);
  await expectAccessible(page);
  expect(await acceptedOf(member)).toBe(12);
});
