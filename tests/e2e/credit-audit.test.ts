import { unzipSync } from "fflate";
import { auditPackPath, ownAuditPath, selectionListPath } from "@/lib/addresses";
import { db } from "@/lib/db";
import { aCreditAudit, aRenewedRenewal } from "@/tests/support/a-credit-audit";
import { anAccount } from "@/tests/support/accounts";
import { aFile } from "@/tests/support/files";
import { expectAccessible } from "@/tests/support/look";
import { aStaffAccount } from "@/tests/support/staff";
import { expect, test } from "@/tests/support/visits";

const PNG = { mimeType: "image/png", buffer: Buffer.from(aFile("png")) };

test("staff draw a renewal, its member proves the credits, staff pass it", async ({ visit }) => {
  const title = `Strength Course ${Date.now()}`;
  const { member, dueOn, id } = await aRenewedRenewal({ titles: [title, "Balance Course"] });

  const staff = await visit(await aStaffAccount());
  await staff.goto("/admin/renewals");
  await staff.getByRole("link", { name: /^Audits/ }).click();
  await expectAccessible(staff);
  await staff.getByRole("link", { name: "Draw renewals to audit" }).click();
  await expect(staff.getByLabel("Seed")).toHaveValue(/^[0-9a-f]{16}$/);
  await staff.getByLabel("Due from").fill(dueOn);
  await staff.getByLabel("Due to").fill(dueOn);
  await staff.getByLabel("How many").fill("500");
  await staff.getByLabel("Seed").fill("4 8 15 16 23 42");
  await staff.getByRole("button", { name: "Preview" }).click();
  await expect(staff.getByText("There are no more than 100 percent.")).toBeVisible();
  await staff.getByLabel("How many").fill("5");
  await staff.getByRole("button", { name: "Preview" }).click();
  await expect(staff.getByText("1 of 1 renewal")).toBeVisible();
  await expectAccessible(staff);
  await staff.getByRole("button", { name: "Draw 1 renewal" }).click();
  await expect(staff.getByRole("heading", { name: "1 renewal drawn" })).toBeVisible();
  await expect(staff.getByText("4 8 15 16 23 42")).toBeVisible();
  await expectAccessible(staff);
  const selectionId = staff.url().split("/").at(-1) ?? "";
  const list = await staff.request.get(selectionListPath(selectionId));
  expect(await list.text()).toContain(id);
  await staff.getByRole("link", { name: "Draws", exact: true }).click();
  await expectAccessible(staff);

  const own = await visit(member);
  await own.goto("/account");
  await expect(own.getByText("Your renewal is being audited")).toBeVisible();
  await expectAccessible(own);
  await own.getByRole("link", { name: "Open the audit" }).click();
  await expect(own.getByText("30 days left")).toBeVisible();
  await expect(own.getByText("2 credits have no document yet.")).toBeVisible();
  await expectAccessible(own);
  const upload = own.getByLabel(`Documents for ${title}`);
  await upload.setInputFiles({
    name: "notes.txt",
    mimeType: "text/plain",
    buffer: Buffer.from("x"),
  });
  await own.getByRole("button", { name: `Add documents for ${title}` }).click();
  await expect(own.getByText(/A file was not kept/)).toBeVisible();
  await upload.setInputFiles({ name: "certificate.png", ...PNG });
  await own.getByRole("button", { name: `Add documents for ${title}` }).click();
  await expect(own.getByRole("link", { name: "certificate.png" })).toBeVisible();
  await own.getByRole("button", { name: "Send my documents" }).click();
  await expect(own.getByText(/Balance Course has no document yet/)).toBeVisible();
  await own.getByLabel("Note").fill("The provider of the balance course is closed.");
  await own.getByRole("button", { name: "Send my documents" }).click();
  await expect(own.getByText("Your documents are being looked at.")).toBeVisible();
  await expect(own.getByRole("button", { name: "Send my documents" })).toBeHidden();
  await expectAccessible(own);

  await staff.goto("/admin/renewals/audits?state=answered");
  const { id: auditId } = await db.creditAudit.findUniqueOrThrow({ where: { renewalId: id } });
  await staff.goto(`/admin/renewals/audits/${auditId}`);
  await expect(staff.getByText("The provider of the balance course is closed.")).toBeVisible();
  await expect(staff.getByRole("img", { name: "certificate.png" })).toBeVisible();
  await expect(staff.getByText("No document", { exact: true })).toBeVisible();
  await expectAccessible(staff);
  for (const page of [staff, own]) {
    const pack = await page.request.get(auditPackPath(auditId));
    expect(pack.headers()["content-type"]).toBe("application/zip");
    const files = Object.keys(unzipSync(new Uint8Array(await pack.body())));
    expect(files.slice(0, 2)).toEqual(["counted credits.csv", "transcript.pdf"]);
    expect(files[2]).toMatch(/^documents\/1 .*Strength Course.*\/certificate\.png$/);
  }
  await staff.getByRole("button", { name: "Pass" }).click();
  await expect(staff.getByText("Tell the member why.")).toBeVisible();
  await staff.getByLabel("Note to the member").fill("Thank you, all is there.");
  await staff.getByRole("button", { name: "Pass" }).click();
  await expect(staff.getByText("Passed.", { exact: true })).toBeVisible();
  await expect(staff.getByRole("button", { name: "Pass" })).toBeHidden();

  await own.goto(`/renewals/${id}`);
  await own.getByRole("link", { name: "Passed" }).click();
  await expect(own.getByText("Thank you, all is there.").first()).toBeVisible();
  await expectAccessible(own);
});

test("without JavaScript the answer comes back, is completed and fails", async ({ visit }) => {
  const { member, auditId, renewalId } = await aCreditAudit({ at: new Date() });
  const own = await visit(member, { javaScript: false });
  await own.goto(ownAuditPath(renewalId));
  const field = own.getByLabel("Documents for Strength Course");
  await field.setInputFiles({ name: "wrong.png", ...PNG });
  await own.getByRole("button", { name: "Add documents for Strength Course" }).click();
  await own.getByRole("button", { name: "Remove wrong.png" }).click();
  await expect(own.getByRole("link", { name: "wrong.png" })).toBeHidden();
  await own.getByLabel("Note").fill("It got lost.");
  await own.getByRole("button", { name: "Send my documents" }).click();
  await expect(own.getByText("Your documents are being looked at.")).toBeVisible();

  const staff = await visit(await aStaffAccount(), { javaScript: false });
  await staff.goto(`/admin/renewals/audits/${auditId}`);
  await staff.getByLabel("Why").fill("Ask the provider for a copy.");
  await staff.getByRole("button", { name: "Send back to the member" }).click();
  await expect(staff.getByText("Open: 30 days left.")).toBeVisible();

  await own.goto(ownAuditPath(renewalId));
  await expect(own.getByText("Ask the provider for a copy.").first()).toBeVisible();
  await own.getByLabel("Note").fill("They have none either.");
  await own.getByRole("button", { name: "Send my documents" }).click();
  await staff.reload();
  await staff.getByLabel("Note to the member").fill("Nothing proves it.");
  await staff.getByRole("button", { name: "Fail" }).click();
  await expect(staff.getByText("Failed.", { exact: true })).toBeVisible();
  await own.reload();
  await expect(own.getByText("You did not pass this audit")).toBeVisible();
});

test.describe("an audit", () => {
  test.use({ looksForMissingPages: true });

  test("is not there for others", async ({ visit }) => {
    const { auditId, renewalId, actor } = await aCreditAudit({ at: new Date() });
    const { selectionId } = await db.creditAudit.findUniqueOrThrow({ where: { id: auditId } });
    const stranger = await visit(await anAccount({ password: null }));
    const staffs = [
      "/admin/renewals/audits",
      "/admin/renewals/audits/draw",
      `/admin/renewals/audits/${auditId}`,
      `/admin/renewals/audits/selections/${selectionId}`,
      selectionListPath(selectionId),
    ];
    for (const path of [ownAuditPath(renewalId), auditPackPath(auditId), ...staffs]) {
      expect([path, (await stranger.request.get(path)).status()]).toEqual([path, 404]);
    }
    const own = await visit({ id: actor.memberId });
    for (const path of staffs) {
      expect([path, (await own.request.get(path)).status()]).toEqual([path, 404]);
    }
  });
});
