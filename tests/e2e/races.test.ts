import type { APIResponse } from "@playwright/test";
import { aClaim, creditsOf } from "@/tests/support/a-claim";
import { trailOf } from "@/tests/support/a-trail";
import {
  amount,
  daysOf,
  disc,
  enterAndSee,
  fieldsOf,
  LOCK,
  openClaim,
  pencil,
  row,
  SUBMIT,
  sendByHand,
} from "@/tests/support/claim-page";
import { expect, test } from "@/tests/support/visits";

/** The claim has been submitted exactly once: one lock, one certificate, one entry, one mail. */
async function expectOneSubmission({ id, member }: { id: string; member: { id: string } }) {
  const { submissions, versions, acts, messages } = await trailOf(id, member.id);
  expect(submissions).toHaveLength(1);
  expect(versions).toHaveLength(1);
  expect(acts.filter((act) => act === "submitted a claim")).toHaveLength(1);
  expect(messages.filter(({ kind }) => kind === "credits_submitted")).toHaveLength(1);
}

test("a row saved over by another window is not lost: the second save is told what stands", async ({
  visit,
}) => {
  const claim = await aClaim({ credits: [null, null] });
  const [friday] = daysOf(claim.event);
  const [here, there] = [await visit(claim.member), await visit(claim.member)];
  for (const page of [here, there]) {
    await openClaim(page, claim);
    await pencil(page, friday).click();
    await expect(amount(page, friday)).toBeFocused();
  }
  await amount(here, friday).fill("6.5");
  await disc(here, friday).click();
  await expect(row(here, friday)).toContainText("6.50");
  await amount(there, friday).fill("5");
  await disc(there, friday).click();
  await expect(amount(there, friday)).toHaveAccessibleDescription(
    /was saved in another window at .* now stands at 6.50. Save again to replace it/,
  );
  await expect(amount(there, friday)).toHaveValue("5");
  expect(await creditsOf(claim)).toEqual([650, null]);
  await disc(there, friday).click();
  await expect(row(there, friday)).toContainText("5.00");
  expect(await creditsOf(claim)).toEqual([500, null]);
});

test("the same with JavaScript off", async ({ visit }) => {
  const claim = await aClaim({ credits: [null, null] });
  const [friday] = daysOf(claim.event);
  const here = await visit(claim.member, { javaScript: false });
  const there = await visit(claim.member, { javaScript: false });
  await openClaim(there, claim);
  await pencil(there, friday).click();
  await openClaim(here, claim);
  await enterAndSee(here, friday, "6.5", "6.50");
  await amount(there, friday).fill("5");
  await disc(there, friday).click();
  await expect(amount(there, friday)).toHaveAccessibleDescription(/now stands at 6.50/);
  await disc(there, friday).click();
  await expect(row(there, friday)).toContainText("5.00");
});

test("a review that another window overtook submits nothing", async ({ visit }) => {
  const claim = await aClaim({ credits: [650, 700] });
  const [friday] = daysOf(claim.event);
  const [here, there] = [await visit(claim.member), await visit(claim.member)];
  await openClaim(there, claim);
  await there.getByRole("button", { name: SUBMIT }).click();
  await there.getByRole("checkbox", { name: /I attest/ }).check();
  await openClaim(here, claim);
  await enterAndSee(here, friday, "1", "1.00");
  await there.getByRole("button", { name: LOCK }).click();
  await expect(there.getByText("Your credits changed since this review was opened.")).toBeVisible();
  await expect(there.getByRole("row", { name: "Total" })).toContainText("8.00");
  expect((await trailOf(claim.id, claim.member.id)).submissions).toEqual([]);
});

test("of two windows that submit, one locks and the other is told when it was submitted", async ({
  visit,
}) => {
  const claim = await aClaim({ credits: [650, 700] });
  const pages = [await visit(claim.member), await visit(claim.member)];
  for (const page of pages) {
    await openClaim(page, claim);
    await page.getByRole("button", { name: SUBMIT }).click();
    await page.getByRole("checkbox", { name: /I attest/ }).check();
  }
  for (const page of pages) await page.getByRole("button", { name: LOCK }).click();
  for (const page of pages) await expect(page.getByText(/submitted on \d/i)).toBeVisible();
  await expectOneSubmission(claim);
});

test("a double click submits once", async ({ visit }) => {
  const claim = await aClaim({ credits: [650, 700] });
  const page = await visit(claim.member);
  await openClaim(page, claim);
  await page.getByRole("button", { name: SUBMIT }).click();
  await page.getByRole("checkbox", { name: /I attest/ }).check();
  await page.getByRole("button", { name: LOCK }).dblclick();
  await expect(page.getByText(/submitted on \d/i)).toBeVisible();
  await expectOneSubmission(claim);
});

test("ten requests that submit at once make one submission, and the others are told so", async ({
  visit,
}) => {
  const claim = await aClaim({ credits: [650, 700] });
  const page = await visit(claim.member, { javaScript: false });
  await openClaim(page, claim);
  await page.getByRole("button", { name: SUBMIT }).click();
  await page.getByRole("checkbox", { name: /I attest/ }).check();
  const fields = await fieldsOf(page.getByRole("button", { name: LOCK }));
  expect(fields).toMatchObject({ registrationId: claim.id, attested: "on" });
  const answers = await Promise.all(Array.from({ length: 10 }, () => sendByHand(page, fields)));
  for (const answer of answers) {
    expect(answer.status()).toBe(200);
    expect(await wordsOf(answer)).toMatch(/ubmitted on \d/);
  }
  await expectOneSubmission(claim);
  // Replayed later it is still one.
  expect(await wordsOf(await sendByHand(page, fields))).toMatch(/ubmitted on \d/);
  await expectOneSubmission(claim);
});

test("a locked row is changed by no request sent by hand", async ({ visit }) => {
  const claim = await aClaim({ credits: [650, 700] });
  const [friday] = daysOf(claim.event);
  const page = await visit(claim.member, { javaScript: false });
  await openClaim(page, claim);
  await pencil(page, friday).click();
  await amount(page, friday).fill("1");
  const fields = await fieldsOf(disc(page, friday));
  const address = page.url();
  await openClaim(page, claim);
  await page.getByRole("button", { name: SUBMIT }).click();
  await page.getByRole("checkbox", { name: /I attest/ }).check();
  await page.getByRole("button", { name: LOCK }).click();
  await expect(page.getByText(/submitted on \d/i)).toBeVisible();
  const answer = await sendByHand(page, fields, address);
  expect(await wordsOf(answer)).toMatch(/ubmitted on \d/);
  expect(await creditsOf(claim)).toEqual([650, 700]);
});

/** The answer without the comments that React leaves between a sentence and its figure. */
async function wordsOf(answer: APIResponse) {
  return (await answer.text()).replaceAll("<!-- -->", "");
}
