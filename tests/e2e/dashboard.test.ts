import type { Page } from "@playwright/test";
import { aHolder } from "@/tests/support/a-certification";
import { anEntry } from "@/tests/support/an-entry";
import { expectAccessible } from "@/tests/support/look";
import { expect, test } from "@/tests/support/visits";

const year = new Date().getUTCFullYear();
const CPT = { program: "ACSM-CPT", from: `${year - 2}-01-01`, to: `${year}-12-31` };
const EP = { program: "ACSM-EP", from: `${year - 1}-01-01`, to: `${year + 1}-12-31` };

/** Taught 6.00 last year, of which 5.00 count; 4.00 the year before, for one certification alone. */
async function aTrainer() {
  const { member, cycles } = await aHolder([CPT, EP]);
  const taught = { formatName: "Teaching", credits: 600, title: "Guest Lecture" };
  await anEntry(member, { ...taught, earnedOn: `${year - 1}-05-05` });
  await anEntry(member, { credits: 400, title: "Old Course", earnedOn: `${year - 2}-05-05` });
  await anEntry(member, {
    title: "Sent Back",
    returned: "Attach the certificate.",
    earnedOn: `${year - 1}-06-06`,
  });
  return { member, cycles };
}

const row = (page: Page, title: string) => page.getByRole("row").filter({ hasText: title });

test("home leads to a real page by each of its links", async ({ visit }) => {
  const { member } = await aTrainer();
  const page = await visit(member);
  for (const [link, heading] of [
    ["Edit My Profile", "My Profile"],
    ["View My Certifications", "My Certifications"],
    ["View CEC Dashboard and Report CECs", "CEC Dashboard"],
    ["My Online Courses", "My Online Courses"],
    ["View My Applications", "My Applications"],
    ["My Purchases", "My Purchases"],
  ] as const) {
    await page.goto("/account");
    await page.getByRole("main").getByRole("link", { name: link }).click();
    await expect(page.getByRole("heading", { level: 1, name: heading })).toBeVisible();
  }
});

test("the dashboard says how far along each certification is, and why each credit counts", async ({
  visit,
}) => {
  const { member } = await aTrainer();
  const page = await visit(member);
  await page.goto("/cecs");
  await expect(page.getByText("9 of 45, 36 to go by 31 Dec")).toBeVisible();
  await expect(page.getByText("5 of 60, 55 to go by 31 Dec")).toBeVisible();
  const tile = page.getByRole("region", { name: "Active CECs" });
  for (const name of [
    ...["Date Earned", "Date Reported", "CECs Earned", "Course Name", "Format", "Credit Type"],
    "Counts for",
  ]) {
    await expect(tile.getByRole("columnheader", { name })).toBeVisible();
  }
  await expect(tile.getByRole("link", { name: "Report CECs" })).toBeVisible();
  const taught = row(page, "Guest Lecture");
  await taught.getByText("CPT 5.00 · EP 5.00 why?").click();
  await expect(taught.getByText(/5\.00 counted, 1\.00 not: yearly maximum/).first()).toBeVisible();
  await row(page, "Sent Back").getByText("why?").click();
  await expect(page.getByText("Note from staff: Attach the certificate.")).toBeVisible();
  await expectAccessible(page);
});

test("filters stand in the address and work without JavaScript", async ({ visit }) => {
  const { member } = await aTrainer();
  const page = await visit(member, { javaScript: false });
  await page.goto("/cecs");
  await page.getByLabel("Format").selectOption("Teaching");
  await page.getByRole("button", { name: "Apply Filters" }).click();
  await expect(page).toHaveURL(/format=Teaching/);
  await expect(row(page, "Guest Lecture")).toBeVisible();
  await expect(row(page, "Old Course")).toHaveCount(0);
  await page.getByRole("link", { name: "Clear" }).click();
  await expect(row(page, "Old Course")).toBeVisible();
});

test("a total opens the ledger, and the transcript has its figures", async ({ visit }) => {
  const { member, cycles } = await aTrainer();
  const page = await visit(member);
  await page.goto("/cecs");
  await page.getByRole("link", { name: "What counts and why for ACSM-CPT" }).click();
  await expect(page).toHaveURL(new RegExp(`${cycles[0]?.id}$`));
  await expect(row(page, "Total")).toContainText("9.00");
  await expect(row(page, "Guest Lecture")).toContainText("At most 5.00 Teaching");
  await expectAccessible(page);
  await page.goto("/cecs/transcript");
  await expect(page.getByText("9.00 in the cycle")).toBeVisible();
  await expectAccessible(page);
  const csv = await page.request.get("/cecs/transcript/csv");
  expect(await csv.text()).toMatch(/Total,,,,,,,,counted,9\.00,,,5\.00/);
  const pdf = await page.request.get("/cecs/transcript/pdf");
  expect((await pdf.body()).subarray(0, 5).toString()).toBe("%PDF-");
  const zip = await page.request.get("/cecs/transcript/zip");
  expect((await zip.body()).subarray(0, 2).toString()).toBe("PK");
});

test("another member's ledger and entry do not exist", async ({ visit }) => {
  const { member, cycles } = await aTrainer();
  const { id } = await anEntry(member);
  const stranger = await visit((await aHolder([CPT])).member);
  for (const path of [`/cecs/ledger/${cycles[0]?.id}`, `/cecs/transcript/pdf?entry=${id}`]) {
    expect((await stranger.request.get(path)).status()).toBe(404);
  }
});

test("who holds nothing is told what would put something here", async ({ visit }) => {
  const page = await visit((await aHolder([])).member);
  for (const [path, words] of [
    ["/cecs", "No active certification"],
    ["/certifications", "No certifications yet"],
    ["/cecs/transcript", "No credit was earned then"],
  ] as const) {
    await page.goto(path);
    await expect(page.getByText(words)).toBeVisible();
    await expectAccessible(page);
  }
});

test("300 entries are paged, and nothing scrolls sideways on a phone", async ({ visit }) => {
  const { member } = await aHolder([CPT, EP]);
  await Promise.all(
    Array.from({ length: 120 }, (_, nth) =>
      anEntry(member, { earnedOn: `${year - 1}-0${1 + (nth % 9)}-1${nth % 10}`, credits: 25 }),
    ),
  );
  const page = await visit(member);
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto("/cecs");
  await expect(page.getByText("of 120 entries")).toBeVisible();
  await page.getByRole("link", { name: "Next" }).click();
  await expect(page).toHaveURL(/after=/);
  const wide = await page.evaluate(() => document.documentElement.scrollWidth);
  expect(wide).toBeLessThanOrEqual(390);
});
