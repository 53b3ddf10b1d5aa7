import type { Page } from "@playwright/test";
import { correctionPath, reviewPath } from "@/lib/addresses";
import { aClaim, type TestClaim } from "@/tests/support/a-claim";
import { everythingOf } from "@/tests/support/a-trail";
import { anAccount } from "@/tests/support/accounts";
import { anIssuedCertificate } from "@/tests/support/an-issued-certificate";
import {
  amount,
  daysOf,
  disc,
  fieldsOf,
  LOCK,
  openClaim,
  pencil,
  SUBMIT,
  sendByHand,
} from "@/tests/support/claim-page";
import { expect, test } from "@/tests/support/visits";

const NOBODYS = "01930000-0000-7000-8000-000000000000";
const MALFORMED = [
  "1",
  "x'--",
  "%00",
  "..%2F..",
  "%25",
  "%25E0",
  "%F0%9F%92%A9",
  NOBODYS.toUpperCase(),
];

async function statusOf(page: Page, path: string): Promise<[string, number]> {
  return [path, (await page.request.get(path)).status()];
}

/** The fields that save a day of one's own claim, as they go over the wire. */
async function fieldsOfDay(page: Page, claim: TestClaim) {
  const [first] = daysOf(claim.event);
  await openClaim(page, claim);
  await pencil(page, first).click();
  await amount(page, first).fill("1.25");
  return fieldsOf(disc(page, first));
}

test("another member's claim and certificate are not found", async ({ visit }) => {
  const { claim, number } = await anIssuedCertificate();
  const certificate = `/certificates/${number}`;
  const paths = [
    `/events/${claim.id}/claim`,
    `/events/${claim.id}/claim?day=${claim.days[0]}`,
    reviewPath(claim.id),
    correctionPath(claim.id),
    certificate,
    `${certificate}?version=1`,
    `${certificate}/pdf`,
  ];
  const owner = await visit(claim.member);
  for (const path of paths) expect(await statusOf(owner, path)).toEqual([path, 200]);
  const stranger = await visit(await anAccount({ password: null }));
  for (const path of paths) expect(await statusOf(stranger, path)).toEqual([path, 404]);
});

test.describe("a page that is not found", () => {
  test.use({ looksForMissingPages: true });

  test("says so without JavaScript, too", async ({ visit }) => {
    const { claim } = await anIssuedCertificate();
    const page = await visit(await anAccount({ password: null }), { javaScript: false });
    for (const path of ["/admin", correctionPath(claim.id), "/nope"]) {
      await page.goto(path);
      await expect(page.getByRole("heading", { name: "There is no such page" })).toBeVisible();
    }
  });
});

test("who is not signed in is led to the login page", async ({ page }) => {
  const { claim, number } = await anIssuedCertificate();
  for (const path of [`/events/${claim.id}/claim`, `/certificates/${number}/pdf`]) {
    await page.goto(path);
    await expect(page).toHaveURL(`/login?next=${encodeURIComponent(path)}`);
  }
});

test("ids that nobody has, and what is no id at all, are not found", async ({ visit }) => {
  const page = await visit(await anAccount({ password: null }));
  for (const id of [NOBODYS, ...MALFORMED]) {
    for (const path of [
      `/events/${id}/claim`,
      `/events/${id}/claim/review`,
      `/events/${id}/claim/correction`,
      `/certificates/${id}`,
      `/certificates/${id}/pdf`,
    ]) {
      expect(await statusOf(page, path)).toEqual([path, 404]);
    }
  }
});

test("a version of a certificate that there is not is not found", async ({ visit }) => {
  const { claim, number } = await anIssuedCertificate();
  const page = await visit(claim.member);
  for (const path of [
    `/certificates/${number}?version=2`,
    `/certificates/${number}/pdf?version=2`,
  ]) {
    expect(await statusOf(page, path)).toEqual([path, 404]);
  }
});

test("a request by hand for another member's claim is not found and changes nothing", async ({
  visit,
}) => {
  const [own, others] = [await aClaim(), await aClaim({ credits: [null, 700] })];
  const before = await everythingOf(others.id);
  const page = await visit(own.member, { javaScript: false });
  const fields = await fieldsOfDay(page, own);
  const [othersDay = ""] = others.days;
  const forgeries: Record<string, string>[] = [
    { registrationId: others.id, eventDayId: othersDay },
    { registrationId: others.id },
    { eventDayId: othersDay },
    { eventDayId: NOBODYS },
    { registrationId: NOBODYS },
    { registrationId: "x" },
    { eventDayId: "'; --" },
  ];
  for (const forged of forgeries) {
    const answer = await sendByHand(page, { ...fields, ...forged, version: "0" });
    expect([forged, answer.status()]).toEqual([forged, 404]);
  }
  expect(await everythingOf(others.id)).toEqual(before);
  expect((await everythingOf(own.id)).days).toHaveLength(2);
});

test("nobody submits another member's claim by hand", async ({ visit }) => {
  const [own, others] = [await aClaim({ credits: [0] }), await aClaim({ credits: [700] })];
  const before = await everythingOf(others.id);
  const page = await visit(own.member, { javaScript: false });
  await openClaim(page, own);
  await page.getByRole("button", { name: SUBMIT }).click();
  await page.getByRole("checkbox", { name: /I attest/ }).check();
  const fields = await fieldsOf(page.getByRole("button", { name: LOCK }));
  const answer = await sendByHand(page, { ...fields, registrationId: others.id });
  expect(answer.status()).toBe(404);
  expect(await everythingOf(others.id)).toEqual(before);
});

test("a day that the member is not registered for has no row and can't be sent by hand", async ({
  visit,
}) => {
  const claim = await aClaim({ credits: [650], event: { days: ["2026-04-10", "2026-04-11"] } });
  const page = await visit(claim.member, { javaScript: false });
  const fields = await fieldsOfDay(page, claim);
  await expect(page.getByRole("button", { name: /(Edit|Save) credits/ })).toHaveCount(1);
  const eventDayId = claim.event.days[1]?.id ?? "";
  const answer = await sendByHand(page, { ...fields, eventDayId, version: "0" });
  expect(answer.status()).toBe(404);
  expect((await everythingOf(claim.id)).days).toHaveLength(1);
});

test("a form that comes from another site, or from nowhere, is not obeyed", async ({ visit }) => {
  const claim = await aClaim({ credits: [650] });
  const page = await visit(claim.member, { javaScript: false });
  const multipart = await fieldsOfDay(page, claim);
  const before = await everythingOf(claim.id);
  for (const origin of ["https://elsewhere.example", ""]) {
    const headers: Record<string, string> = origin ? { origin } : {};
    await page.request.post(page.url(), { multipart, headers });
    expect(await everythingOf(claim.id)).toEqual(before);
  }
});
