import { subDays, subHours } from "date-fns";
import { claimPath, correctionPath, reviewPath } from "@/lib/addresses";
import { dayOf } from "@/lib/calendar";
import { requestCorrection } from "@/lib/correction-requests/commands";
import { aClaim } from "@/tests/support/a-claim";
import { correct } from "@/tests/support/a-correction";
import { FOR_PHYSICIANS } from "@/tests/support/a-designation";
import { aPlace } from "@/tests/support/a-place";
import { NOW } from "@/tests/support/a-row";
import { anAccount } from "@/tests/support/accounts";
import { anEvent } from "@/tests/support/an-event";
import { anIssuedCertificate } from "@/tests/support/an-issued-certificate";
import { amount, daysOf, disc, LOCK, openClaim, pencil } from "@/tests/support/claim-page";
import { expectAccessible } from "@/tests/support/look";
import { expect, test } from "@/tests/support/visits";

const event = { designations: [FOR_PHYSICIANS] };

test("the tracker in all its states", async ({ visit }) => {
  const { member } = await aClaim({ credits: [650, 700], submitted: true, event });
  const later = { days: ["2099-04-12"], endsAt: new Date("2099-04-12T15:00:00Z") };
  await aPlace(member, await anEvent({ ...later, title: "To come" }));
  await aPlace(member, await anEvent({ title: "Ended" }));
  for (const hours of [1, 100]) {
    const declaredAt = subHours(new Date(), hours);
    await aPlace(member, await anEvent(), { declaredAt, confirmedAt: null });
  }
  const page = await visit(member);
  for (const path of ["/", "/account", "/events", "/events?year=2019"]) {
    await page.goto(path);
    await expectAccessible(page);
  }
});

test("a claim as it is entered", async ({ visit }) => {
  const claim = await aClaim({ credits: [650, null], event });
  const [friday] = daysOf(claim.event);
  const page = await visit(claim.member);
  await openClaim(page, claim);
  await expectAccessible(page);
  await pencil(page, friday).click();
  await expect(amount(page, friday)).toBeFocused();
  await amount(page, friday).fill("9");
  await disc(page, friday).click();
  await expect(amount(page, friday)).toHaveAccessibleDescription(/The most/);
  await expectAccessible(page);
  await page.goto(reviewPath(claim.id));
  await expectAccessible(page);
});

test("a claim as it is reviewed", async ({ visit }) => {
  const claim = await aClaim({ credits: [650, 700], event });
  const page = await visit(claim.member);
  await page.goto(reviewPath(claim.id));
  await expectAccessible(page);
  await page.getByRole("button", { name: LOCK }).click();
  await expect(page.getByRole("checkbox")).toHaveAccessibleDescription(/Tick the box/);
  await expectAccessible(page);
});

test("a locked claim and its correction", async ({ visit }) => {
  const claim = await aClaim({ credits: [650, 700], submitted: true, event });
  const request = { registrationId: claim.id, message: "Fri 10 Apr should be 6.25." };
  await requestCorrection(claim.actor, request, NOW);
  const page = await visit(claim.member);
  await page.goto(claimPath(claim.id));
  await expectAccessible(page);
  await page.goto("/applications");
  await expectAccessible(page);
  await page.goto(correctionPath(claim.id));
  await expectAccessible(page);
  const other = await aClaim({ credits: [650, 700], submitted: true, event });
  const asking = await visit(other.member);
  await asking.goto(correctionPath(other.id));
  await asking.getByRole("button", { name: "Send request" }).click();
  await expect(asking.getByRole("textbox")).toHaveAccessibleDescription(/Say which day/);
  await expectAccessible(asking);
});

test("what is said onsite", async ({ visit }) => {
  const member = await anAccount({ password: null });
  const days = [2, 1].map((ago) => dayOf(subDays(new Date(), ago)));
  const told = { days, endsAt: subHours(new Date(), 4) };
  const { id } = await anEvent(told);
  const changed = await anEvent(told);
  const place = await aPlace(member, { ...changed, days: changed.days.slice(0, 1) });
  const page = await visit(member);
  await page.goto(`/events/onsite?event=${id}`);
  await page.getByRole("button", { name: "I registered onsite" }).click();
  await expect(page.getByText("Choose at least one day.")).toBeVisible();
  await expectAccessible(page);
  await page.goto(`/events/days-changed?event=${place.id}`);
  await expectAccessible(page);
});

test("certificates that stand, are superseded and are revoked", async ({ visit }) => {
  const { claim, number } = await aSupersededCertificate();
  const page = await visit(claim.member);
  for (const path of [`/certificates/${number}`, `/certificates/${number}?version=1`]) {
    await page.goto(path);
    await expectAccessible(page);
  }
  await correct(claim, { credits: 0 });
  await page.goto(`/certificates/${number}`);
  await expectAccessible(page);
});

test("what the verify page says of them", async ({ page }) => {
  const { claim, number } = await aSupersededCertificate();
  for (const path of [
    `/verify/${number}`,
    `/verify/${number}?version=1`,
    "/verify?number=12",
    `/verify?sha256=${"0".repeat(64)}`,
  ]) {
    await page.goto(path);
    await expectAccessible(page);
  }
  await correct(claim, { credits: 0 });
  await page.goto(`/verify/${number}`);
  await expectAccessible(page);
});

test.describe("where nothing is", () => {
  test.use({ looksForMissingPages: true });

  test("the page that is not found", async ({ visit }) => {
    const page = await visit(await anAccount({ password: null }));
    await page.goto("/events/nothing/claim");
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    await expectAccessible(page);
  });
});

async function aSupersededCertificate() {
  const issued = await anIssuedCertificate({ credits: [650] });
  await correct(issued.claim, { credits: 625 });
  return issued;
}
