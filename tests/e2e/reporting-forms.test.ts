import type { Page } from "@playwright/test";
import { db } from "@/lib/db";
import {
  aManager,
  anInNetworkProvider,
  anOffice,
  aRenewingManager,
  posted,
} from "@/tests/support/a-reporting-form";
import { anAccount } from "@/tests/support/accounts";
import { aFile } from "@/tests/support/files";
import { expectAccessible } from "@/tests/support/look";
import { expect, test } from "@/tests/support/visits";

// Credit of this year renews the next one.
const year = new Date().getUTCFullYear();
const NEW_YEAR = `${year}-01-01`;

async function aStaffMember() {
  const staff = await anAccount({ password: null });
  const grant = { memberId: staff.id, role: "staff" as const, grantedAt: new Date() };
  await db.roleGrant.create({ data: grant });
  return staff;
}

/** A member of an office of its own, with 4 of 8 CECs posted. */
async function aMemberWithFourOutstanding() {
  const { office, officer } = await anOffice(`Office of ${Date.now()}`);
  const manager = await aRenewingManager(office, year + 1);
  await posted(manager.member.id, 400, "Posted classes", NEW_YEAR);
  return { ...manager, office, officer: { id: officer.memberId } };
}

async function fillIn(page: Page, told: { title: string; ends: string }) {
  await page.getByLabel("Date", { exact: true }).fill(NEW_YEAR);
  await page.getByLabel("Category").selectOption("Expo class");
  await page.getByLabel("Start").fill("9:00");
  await page.getByLabel("End", { exact: true }).fill(told.ends);
  await page.getByLabel("Breaks").fill("30");
  await page.getByLabel("Title").fill(told.title);
  const { name } = await anInNetworkProvider();
  await page.getByLabel("Organization", { exact: true }).selectOption(name);
}

test("a form is filled in, signed by the local office, submitted and approved", async ({
  visit,
}) => {
  const { member, renewalId, office, officer } = await aMemberWithFourOutstanding();
  const title = `Expo ${Date.now()}`;

  const own = await visit(member);
  await own.goto(`/renewals/${renewalId}`);
  await expect(
    own.getByText(/outstanding 4; this batch covers 0: 4 more are needed/),
  ).toBeVisible();
  await own.getByRole("link", { name: "Fill in a CEC Reporting Form" }).click();
  await expect(own.getByRole("heading", { name: "CEC Reporting Form", level: 1 })).toBeVisible();
  await own.getByRole("button", { name: "Save and continue" }).click();
  await expect(own.getByText("Enter when it started.")).toBeVisible();
  await expectAccessible(own);
  await fillIn(own, { title, ends: "1:30 pm" });
  await expect(own.getByText("4 CECs")).toBeVisible();
  await own.getByRole("button", { name: "Save and continue" }).click();
  await expect(own.getByRole("heading", { name: title })).toBeVisible();
  await expectAccessible(own);
  await own.getByRole("button", { name: `Send to ${office.name}` }).click();
  await expect(own.getByText(`With ${office.name}`)).toBeVisible();

  const signing = await visit(officer);
  await signing.goto("/account");
  await signing.getByText("My Account").first().click();
  await signing.getByRole("link", { name: "Local office" }).click();
  await expect(signing.getByRole("heading", { name: office.name })).toBeVisible();
  await expectAccessible(signing);
  await signing.getByRole("link", { name: title }).click();
  await signing.getByRole("button", { name: "Sign this form" }).click();
  await expect(signing.getByText("Type your name to sign.")).toBeVisible();
  await expectAccessible(signing);
  await signing.getByLabel(/I have verified this form/).check();
  await signing.getByLabel("Your name").fill("Olive Officer");
  await signing.getByRole("button", { name: "Sign this form" }).click();
  await expect(signing.getByText("This form is signed by Olive Officer.")).toBeVisible();
  await expect(signing.getByText(/unchanged since signed/)).toBeVisible();

  await own.goto("/reporting-forms");
  await expectAccessible(own);
  await own.getByRole("link", { name: title }).click();
  await expect(own.getByText(/Olive Officer \(Ada Example\)/)).toBeVisible();
  const download = own.getByRole("link", { name: "Download the form as PDF" });
  const pdf = await own.request.get((await download.getAttribute("href")) ?? "");
  expect(pdf.headers()["content-type"]).toBe("application/pdf");

  await own.goto(`/renewals/${renewalId}`);
  await own.getByLabel(title).check();
  await own.getByRole("button", { name: "Submit Outstanding CECs" }).click();
  await expect(own.getByText("Confirm this before you submit.")).toBeVisible();
  await expect(own.getByLabel(title)).toBeChecked();
  await expectAccessible(own);
  await own.getByLabel(/I took part in everything/).check();
  await own.getByRole("button", { name: "Submit Outstanding CECs" }).click();
  await expect(own.getByRole("cell", { name: "Awaiting approval" })).toBeVisible();
  await expectAccessible(own);

  const staff = await visit(await aStaffMember());
  await staff.goto("/admin/review");
  await staff.getByRole("link", { name: /^Submitted forms/ }).click();
  await expectAccessible(staff);
  await staff.getByRole("link", { name: `Ada Example (${member.memberNumber})` }).click();
  await expect(staff.getByText("Once approved: Counts 4.00.")).toBeVisible();
  await staff.getByLabel(title).check();
  await staff.getByRole("button", { name: "Return with the note" }).click();
  await expect(staff.getByText("Tell the member what is missing or why.")).toBeVisible();
  await expect(staff.getByLabel(title)).toBeChecked();
  await expectAccessible(staff);
  await staff.getByRole("button", { name: "Approve" }).click();
  await expect(staff.getByText("This line is approved.")).toBeVisible();
  await expectAccessible(staff);

  await own.reload();
  await expect(own.getByText("nothing outstanding")).toBeVisible();
  await expect(own.getByRole("cell", { name: "Approved" })).toBeVisible();
});

test("the pages of an office are not there for others", async ({ visit }) => {
  const { office } = await anOffice(`Quiet office ${Date.now()}`);
  const { member } = await aManager(office);
  const page = await visit(member);
  for (const path of ["/office", "/admin/review/batches"]) {
    expect((await page.request.get(path)).status()).toBe(404);
  }
  await page.goto("/account");
  await page.getByText("My Account").first().click();
  await expect(page.getByRole("link", { name: "Local office" })).toBeHidden();
});

test("a form is signed on paper and kept as a draft until it covers all, without JavaScript", async ({
  visit,
}) => {
  const { member, renewalId } = await aMemberWithFourOutstanding();
  const title = `Paper ${Date.now()}`;
  const page = await visit(member, { javaScript: false });
  await page.goto("/reporting-forms/new");
  await fillIn(page, { title, ends: "9:15" });
  await page.getByRole("button", { name: "Save and continue" }).click();
  await expect(page.getByText("Breaks must be shorter than the 15 minutes")).toBeVisible();
  await expect(page.getByLabel("Title")).toHaveValue(title);
  await page.getByLabel("End", { exact: true }).fill("12:30");
  await page.getByRole("button", { name: "Save and continue" }).click();
  await expect(page.getByText("3.00", { exact: true })).toBeVisible();

  const file = (name: string) => ({
    name,
    mimeType: "application/pdf",
    buffer: Buffer.from(aFile("pdf")),
  });
  await page.getByLabel("Document", { exact: true }).setInputFiles(file("programme.pdf"));
  await page.getByRole("button", { name: "Add the document" }).click();
  await expect(page.getByRole("link", { name: "programme.pdf" })).toBeVisible();
  await page.getByText("Signed on paper? Upload a signed form").click();
  await page.getByLabel("The signed form").setInputFiles(file("scan.pdf"));
  await page.getByRole("button", { name: "Upload a signed form" }).click();
  await expect(page.getByText("Enter the name of the person who signed")).toBeVisible();
  await page.getByLabel("Name of the person who signed").fill("Pia Paper");
  await page.getByLabel("The signed form").setInputFiles(file("scan.pdf"));
  await page.getByRole("button", { name: "Upload a signed form" }).click();
  await expect(page.getByText(/Pia Paper, Office of .*, signed on paper/)).toBeVisible();
  await expect(page.getByRole("link", { name: "scan.pdf" })).toBeVisible();

  await page.goto(`/renewals/${renewalId}`);
  await page.getByLabel(title).check();
  await page.getByLabel(/I took part in everything/).check();
  await page.getByRole("button", { name: "Submit Outstanding CECs" }).click();
  await expect(page.getByRole("alert").getByText(/covers 3: 1 more is needed/)).toBeVisible();
  await expect(page.getByText("Your choice is kept as a draft.")).toBeVisible();
  await page.goto(`/renewals/${renewalId}`);
  await expect(page.getByLabel(title)).toBeChecked();
});
