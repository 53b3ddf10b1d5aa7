import {
  claimDeskPath,
  claimPath,
  correctionPath,
  entryDeskPath,
  placePath,
  requestDeskPath,
  requestPath,
} from "@/lib/addresses";
import { requestCorrection, requestEntryCorrection } from "@/lib/correction-requests/commands";
import { db } from "@/lib/db";
import { aHolder } from "@/tests/support/a-certification";
import { aRenewed, certificateOf } from "@/tests/support/a-renewed";
import { versionsOf } from "@/tests/support/a-trail";
import { actorOf, anAccount } from "@/tests/support/accounts";
import { anEntry } from "@/tests/support/an-entry";
import { anIssuedCertificate } from "@/tests/support/an-issued-certificate";
import { expectAccessible } from "@/tests/support/look";
import { aStaffAccount } from "@/tests/support/staff";
import { expect, test } from "@/tests/support/visits";

const year = new Date().getUTCFullYear();
const CPT = { program: "ACSM-CPT", from: `${year - 1}-01-01`, to: `${year + 1}-12-31` };

test("a member asks from a locked claim, staff see what it changes and correct it", async ({
  visit,
}) => {
  const { claim, number } = await anIssuedCertificate({ credits: [650, 700] });
  const own = await visit(claim.member);
  await own.goto(claimPath(claim.id));
  await own.getByRole("link", { name: "Request a correction" }).click();
  await own.getByLabel("What should be corrected?").fill("Fri 10 Apr should be 6.25.");
  await own.getByRole("button", { name: "Send request" }).click();
  await expect(own.getByText("Your request is open")).toBeVisible();
  await expectAccessible(own);
  await own.goto(correctionPath(claim.id, { certificate: number }));
  await expect(own.getByText(/You asked for this on .* Add a note there\./)).toBeVisible();
  await own.getByRole("link", { name: "Open your request" }).click();

  const page = await visit(await aStaffAccount());
  await page.goto("/admin/corrections");
  await expectAccessible(page);
  await page.keyboard.press("j");
  await expect(page.locator("tbody").getByRole("link").first()).toBeFocused();
  await page.keyboard.press("?");
  await expect(page.getByRole("dialog", { name: "Keys" })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Close" }).click();
  const { id } = await db.correctionRequest.findFirstOrThrow({
    where: { registrationId: claim.id },
  });
  await page.goto(requestDeskPath(id));
  await page.getByLabel("Add a note").fill("Which session did you miss?");
  await page.getByRole("button", { name: "Send note" }).click();
  await expect(page.getByText("The member was sent your note.")).toBeVisible();
  await expect(page.getByRole("listitem").getByText("Which session did you miss?")).toBeVisible();

  await expect(page.getByRole("row", { name: "Total 13.50" })).toBeVisible();
  const friday = page.getByLabel("Corrected credits for Fri 10 Apr");
  await friday.fill("7.25");
  await page.getByRole("button", { name: "Show what it changes" }).click();
  await expect(friday).toHaveAccessibleDescription(/The most for this day is 7.00/);
  await friday.fill("6.25");
  await page.getByRole("button", { name: "Show what it changes" }).click();
  await expect(
    page.getByText(`Certificate ${number}: version 2 is issued, version 1 is superseded.`),
  ).toBeVisible();
  await expectAccessible(page);
  expect(await versionsOf(claim.id)).toHaveLength(1);
  await page.getByRole("button", { name: "Correct and reissue" }).click();
  await expect(page.getByLabel("Reason")).toHaveAccessibleDescription(/Give the reason/);
  await page.getByLabel("Reason").fill("The sign-in sheet says so.");
  await page.getByRole("button", { name: "Correct and reissue" }).click();
  await expect(page.getByText(/Ada Example accepted this request on/).first()).toBeVisible();
  await expectAccessible(page);

  await own.goto(requestPath(id));
  await expect(own.getByText("Which session did you miss?")).toBeVisible();
  await expect(own.getByText(/6\.50 became 6\.25/)).toBeVisible();
  await expect(own.getByText("The sign-in sheet says so.")).toBeVisible();
  await own.goto(`/certificates/${number}`);
  await expect(own.getByRole("article")).toContainText("13.25");
  const mails = await db.message.findMany({ where: { memberId: claim.member.id } });
  expect(mails.some(({ text }) => text.includes("6.50 became 6.25"))).toBe(true);
});

test("the second of two staff is told who decided", async ({ visit }) => {
  const { claim } = await anIssuedCertificate();
  const asked = { registrationId: claim.id, message: "Fri 10 Apr should be 6.25." };
  const id = await requestCorrection(claim.actor, asked, new Date());
  const [one, two] = [await visit(await aStaffAccount()), await visit(await aStaffAccount())];
  for (const page of [one, two]) {
    await page.goto(requestDeskPath(id));
    await page.getByText("Decline…").click();
    await page.getByLabel("Why it is declined").fill("The sheet says 6.50.");
  }
  await one.getByRole("button", { name: "Decline the request" }).click();
  await expect(one.getByText(/Ada Example declined this request on/).first()).toBeVisible();
  await two.getByRole("button", { name: "Decline the request" }).click();
  await expect(two.getByText(/Ada Example declined this request on/).first()).toBeVisible();
});

test("staff revoke a certificate and reissue it, each confirmed first", async ({ visit }) => {
  const { claim, number } = await anIssuedCertificate();
  const page = await visit(await aStaffAccount());
  await page.goto(claimDeskPath(claim.id));
  await expectAccessible(page);
  await page.getByRole("link", { name: "Revoke…" }).click();
  await page.getByLabel("Reason").fill("Issued to the wrong person.");
  await expectAccessible(page);
  await page.getByRole("button", { name: "Revoke the certificate" }).click();
  await expect(page.getByText("The certificate is revoked.")).toBeVisible();
  await page.goto(`/verify/${number}`);
  await expect(page.getByText("Revoked").first()).toBeVisible();
  await page.goto(claimDeskPath(claim.id));
  await page.getByRole("link", { name: "Reissue…" }).click();
  await page.getByLabel("Reason").fill("It was the right person.");
  await page.getByRole("button", { name: "Reissue the certificate" }).click();
  await expect(page.getByText("The next version of the certificate is issued.")).toBeVisible();
  await expect(page.getByRole("link", { name: "Version 2" })).toBeVisible();
});

test.describe("for those without the role", () => {
  test.use({ looksForMissingPages: true });

  test("the desk is not there", async ({ visit }) => {
    const { claim } = await anIssuedCertificate();
    const asked = { registrationId: claim.id, message: "Fri 10 Apr should be 6.25." };
    const id = await requestCorrection(claim.actor, asked, new Date());
    const entry = await anEntry(claim.member);
    const page = await visit(claim.member);
    for (const path of [
      "/admin/corrections",
      requestDeskPath(id),
      claimDeskPath(claim.id),
      entryDeskPath(entry.id),
    ]) {
      expect((await page.goto(path))?.status()).toBe(404);
    }
    const stranger = await visit(await anAccount({ password: null }));
    expect((await stranger.goto(requestPath(id)))?.status()).toBe(404);
  });
});

test("an entry is corrected with JavaScript off", async ({ visit }) => {
  const { member } = await aHolder([CPT]);
  const told = { title: "Teaching twice", formatName: "Teaching", credits: 600 };
  const entry = await anEntry(member, { ...told, earnedOn: `${year - 1}-06-15` });
  const asked = { entryId: entry.id, message: "It was 3.00." };
  const id = await requestEntryCorrection(actorOf(member), asked, new Date());
  const page = await visit(await aStaffAccount(), { javaScript: false });
  await page.goto(requestDeskPath(id));
  await page.getByLabel("Credits").fill("3.1");
  await page.getByRole("button", { name: "Show what it changes" }).click();
  await expect(page.getByLabel("Credits")).toHaveAccessibleDescription(/Enter 3.00 or 3.25/);
  await page.getByLabel("Credits").fill("3");
  await page.getByRole("button", { name: "Show what it changes" }).click();
  await expect(page.getByRole("row", { name: /Credits 6.00 3.00/ })).toBeVisible();
  await expect(page.getByRole("cell", { name: /5.00 → 3.00 of 45.00/ })).toBeVisible();
  await page.getByRole("button", { name: "Correct the entry" }).click();
  await expect(page.getByLabel("Reason")).toHaveAccessibleDescription(/Give the reason/);
  await page.getByLabel("Reason").fill("The transcript says 3.00.");
  await page.getByRole("button", { name: "Correct the entry" }).click();
  await expect(page.getByText(/Ada Example accepted this request on/).first()).toBeVisible();
  await expect(page.getByText("Credits: 6.00 became 3.00")).toBeVisible();

  const own = await visit(member, { javaScript: false });
  await own.goto(requestPath(id));
  await expect(own.getByText("Credits: 6.00 became 3.00")).toBeVisible();
  await own.getByRole("link", { name: "The entry on your record" }).click();
  await expect(own.getByText(/Staff corrected this entry on/)).toBeVisible();
  await expect(own.getByText("3.00", { exact: true })).toBeVisible();
});

test("a misspelled name on a certificate is put right, and the request accepted by the next version", async ({
  visit,
}) => {
  const { claim, number } = await anIssuedCertificate({ credits: [650, 700] });
  const own = await visit(claim.member);
  await own.goto(`/certificates/${number}`);
  await own.getByRole("link", { name: "Request a correction" }).click();
  await own.getByLabel("What should be corrected?").fill("My name is misspelled.");
  await own.getByRole("button", { name: "Send request" }).click();
  await expect(own.getByText("Your request is open")).toBeVisible();

  const { id } = await db.correctionRequest.findFirstOrThrow({
    where: { registrationId: claim.id },
  });
  const page = await visit(await aStaffAccount());
  await page.goto(requestDeskPath(id));
  await expect(page.getByText("Change the record first.")).toBeVisible();
  await expect(page.getByRole("link", { name: "their record" })).toBeVisible();
  await expectAccessible(page);
  await db.member.update({ where: { id: claim.member.id }, data: { lastName: "Ångström" } });
  await page.reload();
  await expect(page.getByRole("row", { name: /Name Ada Example.* Ada Ångström/ })).toBeVisible();
  await page.getByRole("button", { name: "Accept and issue version 2" }).click();
  await expect(page.getByLabel("Reason")).toHaveAccessibleDescription(/Give the reason/);
  await page.getByLabel("Reason").fill("The passport says so.");
  await expectAccessible(page);
  await page.getByRole("button", { name: "Accept and issue version 2" }).click();
  await expect(page.getByText(/Ada Example accepted this request on/).first()).toBeVisible();
  await expect(page.getByRole("link", { name: "Certificate version 2" })).toBeVisible();

  await own.goto(requestPath(id));
  await expect(own.getByText(/Name: Ada Example.* became Ada Ångström/)).toBeVisible();
  await own.goto(`/certificates/${number}`);
  await expect(own.getByRole("article")).toContainText("Ada Ångström");
});

test("days that are corrected to nothing say that the certificate is revoked", async ({
  visit,
}) => {
  const { claim, number } = await anIssuedCertificate({ credits: [650] });
  const page = await visit(await aStaffAccount());
  await page.goto(placePath(claim.event.id, claim.id));
  await page.getByRole("link", { name: "Correct the claim" }).click();
  await page.getByLabel("Corrected credits for Fri 10 Apr").fill("0");
  await page.getByRole("button", { name: "Show what it changes" }).click();
  await page.getByLabel("Reason").fill("The member was not there.");
  await page.getByRole("button", { name: "Correct and revoke the certificate" }).click();
  await expect(page.getByText("The days were corrected.")).toBeVisible();
  await page.goto(`/verify/${number}`);
  await expect(page.getByText("Revoked").first()).toBeVisible();
});

test("a correction of a renewal's certificate is asked for and accepted with JavaScript off", async ({
  visit,
}) => {
  const renewal = await aRenewed();
  const { number } = await certificateOf(renewal);
  const own = await visit(renewal.member, { javaScript: false });
  await own.goto(`/certificates/${number}`);
  await own.getByRole("link", { name: "Request a correction" }).click();
  await own.getByRole("button", { name: "Send request" }).click();
  await expect(own.getByLabel("What should be corrected?")).toHaveAccessibleDescription(
    /Say what the certificate should show/,
  );
  await own.getByLabel("What should be corrected?").fill("My name is misspelled.");
  await own.getByRole("button", { name: "Send request" }).click();
  await expect(own.getByText("Your request is open")).toBeVisible();
  await db.member.update({ where: { id: renewal.member.id }, data: { lastName: "Ångström" } });

  const { id } = await db.correctionRequest.findFirstOrThrow({ where: { renewalId: renewal.id } });
  const [page, late] = [
    await visit(await aStaffAccount(), { javaScript: false }),
    await visit(await aStaffAccount()),
  ];
  await page.goto("/admin/corrections");
  await expect(
    page.getByRole("row", { name: /Renewal: Certified Apartment Manager/ }).first(),
  ).toBeVisible();
  for (const desk of [page, late]) {
    await desk.goto(requestDeskPath(id));
    await desk.getByLabel("Reason").fill("The passport says so.");
  }
  await expectAccessible(late);
  await page.getByRole("button", { name: "Accept and issue version 2" }).click();
  await expect(page.getByText(/Ada Example accepted this request on/).first()).toBeVisible();
  await late.getByRole("button", { name: "Accept and issue version 2" }).click();
  await expect(late.getByText(/Ada Example accepted this request on/).first()).toBeVisible();

  await own.goto(requestPath(id));
  await expect(own.getByText(/Name: Ada Example became Ada Ångström/)).toBeVisible();
  await own.goto(`/certificates/${number}`);
  await expect(own.getByRole("article")).toContainText("Ada Ångström");
});
