import { db } from "@/lib/db";
import { keepDocument } from "@/lib/documents/commands";
import { aHolder } from "@/tests/support/a-certification";
import { actorOf, anAccount } from "@/tests/support/accounts";
import { anEntry } from "@/tests/support/an-entry";
import { aFile } from "@/tests/support/files";
import { expectAccessible } from "@/tests/support/look";
import { signIn } from "@/tests/support/sign-in";
import { expect, test } from "@/tests/support/visits";

const year = new Date().getUTCFullYear();
const CPT = { program: "ACSM-CPT", from: `${year - 1}-01-01`, to: `${year + 1}-12-31` };

async function aStaffMember() {
  const staff = await anAccount({ password: null });
  await db.roleGrant.create({
    data: { memberId: staff.id, role: "staff", grantedAt: new Date() },
  });
  return staff;
}

/** An entry with a PNG that waits for staff. */
async function aWaitingEntry(title: string) {
  const { member } = await aHolder([CPT]);
  const earnedOn = `${year - 1}-06-15`;
  const entry = await anEntry(member, { title, earnedOn, credits: 3000, accepted: false });
  const upload = { name: "photo.png", bytes: aFile("png") };
  const { id } = await keepDocument(actorOf(member), upload, new Date());
  await db.document.update({ where: { id }, data: { entryId: entry.id } });
  return { member, entry };
}

test("staff send an entry back, the member reports it again, staff accept it", async ({
  browser,
  baseURL,
  context,
  page,
}) => {
  const title = `Sent back ${Date.now()}`;
  const { member, entry } = await aWaitingEntry(title);
  await signIn(context, await aStaffMember());
  await page.goto("/account");
  await page.getByText("My Account").first().click();
  await page.getByRole("link", { name: "Admin panel" }).click();
  await expect(page.getByRole("heading", { name: "Admin panel" })).toBeVisible();
  await expectAccessible(page);
  await page
    .getByRole("navigation", { name: "Admin panel" })
    .getByRole("link", { name: "Review" })
    .click();
  await expectAccessible(page);
  await page.getByRole("link", { name: title }).click();
  await expect(page.getByRole("img", { name: "photo.png" })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Return with the note" }).click();
  await expect(page.getByText("Tell the member what is missing or why.")).toBeVisible();
  await page.getByLabel("Note to the member").fill("Page 2 is missing.");
  await page.getByRole("button", { name: "Return with the note" }).click();
  await expect(page).toHaveURL(/\/admin\/review$/);
  await expect(page.getByRole("link", { name: title })).toBeHidden();

  const theirs = await browser.newContext({ baseURL });
  await signIn(theirs, member);
  const own = await theirs.newPage();
  await own.goto(`/cecs/report/${entry.id}`);
  await expect(own.getByText("Page 2 is missing.")).toBeVisible();
  await expectAccessible(own);
  await own.getByRole("link", { name: "Report it again" }).click();
  await expect(own.getByLabel("Course Name")).toHaveValue(title);
  await expect(own.getByLabel("photo.png")).toBeChecked();
  await own.getByLabel("Format").selectOption("College course");
  await own.getByRole("button", { name: "Save and Close" }).click();
  await expect(own).toHaveURL(/reported=now/);
  await theirs.close();

  await page.goto("/admin/review");
  await page.getByRole("link", { name: title }).click();
  await page.getByRole("button", { name: "Accept", exact: true }).click();
  await expect(page).toHaveURL(/\/admin\/review$/);
  const found = await db.creditEntry.findMany({ where: { memberId: member.id, replacedAt: null } });
  expect(found).toMatchObject([{ title, replacesId: entry.id, acceptedAt: expect.any(Date) }]);
});

test("the second of two members of staff is told", async ({ context, page }) => {
  const title = `Two at once ${Date.now()}`;
  const { entry } = await aWaitingEntry(title);
  await signIn(context, await aStaffMember());
  await page.goto(`/admin/review/${entry.id}`);
  await db.creditEntry.update({ where: { id: entry.id }, data: { acceptedAt: new Date() } });
  await page.getByRole("button", { name: "Accept" }).click();
  await expect(
    page.getByText("A colleague decided meanwhile: this entry is accepted."),
  ).toBeVisible();
});

test.describe("the pages of staff", () => {
  test.use({ looksForMissingPages: true });

  test("are not there for others", async ({ context, page }) => {
    const { member, entry } = await aWaitingEntry("Not for members");
    await signIn(context, member);
    for (const path of ["/admin/review", `/admin/review/${entry.id}`]) {
      expect((await page.goto(path))?.status()).toBe(404);
    }
    await page.goto("/account");
    await page.getByText("My Account").first().click();
    await expect(page.getByRole("link", { name: "Admin panel" })).toBeHidden();
  });
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("an entry is withdrawn, a correction asked for, a duplicate judged", async ({
    browser,
    baseURL,
    context,
    page,
  }) => {
    const { member, entry } = await aWaitingEntry("To be withdrawn");
    await signIn(context, member);
    await page.goto(`/cecs/report/${entry.id}`);
    await page.getByRole("button", { name: "Withdraw this entry" }).click();
    await expect(page).toHaveURL(/\/cecs$/);

    const told = { title: `Twice ${Date.now()}`, earnedOn: `${year - 1}-07-01` };
    await anEntry(member, told);
    const second = await anEntry(member, told);
    await page.goto(`/cecs/report/${second.id}`);
    await page.getByRole("link", { name: "Request a correction" }).click();
    await page.getByLabel("What should be corrected?").fill("It was in August.");
    await page.getByRole("button", { name: "Send request" }).click();
    await expect(page.getByText("It was in August.")).toBeVisible();

    const office = await browser.newContext({ baseURL, javaScriptEnabled: false });
    await signIn(office, await aStaffMember());
    const staff = await office.newPage();
    await staff.goto("/admin/review");
    await staff
      .getByRole("table", { name: /Likely duplicates/ })
      .getByText(told.title)
      .first()
      .click();
    await staff.getByRole("button", { name: "Not a duplicate" }).click();
    await expect(staff.getByRole("button", { name: "Not a duplicate" })).toBeHidden();
    await office.close();
  });
});
