import { type BrowserContext, expect, type Page, test } from "@playwright/test";
import { db } from "@/lib/db";
import { aHolder } from "@/tests/support/a-certification";
import { anEntry } from "@/tests/support/an-entry";
import { aFile } from "@/tests/support/files";
import { expectAccessible } from "@/tests/support/look";
import { signIn } from "@/tests/support/sign-in";

const year = new Date().getUTCFullYear();
const CPT = { program: "ACSM-CPT", from: `${year - 1}-01-01`, to: `${year + 1}-12-31` };
const EP = { program: "ACSM-EP", from: `${year}-01-01`, to: `${year + 2}-12-31` };
/** In the window of the first, and of no other. */
const EARNED = `6/15/${year - 1}`;
const OTHER_YEAR = `6/15/${year - 3}`;

const pdf = (name: string, size?: number) => ({
  name,
  mimeType: "application/pdf",
  buffer: Buffer.from(aFile("pdf", size)),
});

async function aReporter(context: BrowserContext, ...cycles: (typeof CPT)[]) {
  const { member } = await aHolder(cycles);
  await signIn(context, member);
  return member;
}

type Told = { date?: string; format?: string; credits?: string; type?: string; title?: string };

async function fill(page: Page, told: Told = {}) {
  await page.getByLabel("Date Earned").fill(told.date ?? EARNED);
  await page.getByLabel("Format").selectOption(told.format ?? "Teaching");
  await page.getByLabel("CECs Earned").fill(told.credits ?? "6");
  if (told.type) await page.getByLabel("Credit Type").selectOption(told.type);
  await page.getByLabel("Provider/Organization", { exact: true }).selectOption("Other");
  await page.getByLabel("Provider/Organization Other").fill("Strength School");
  await page.getByLabel("Course Name").fill(told.title ?? "Strength and Conditioning");
}

const saveIt = (page: Page) => page.getByRole("button", { name: "Save and Close" }).click();

const entriesOf = ({ id }: { id: string }) =>
  db.creditEntry.findMany({ where: { memberId: id }, include: { documents: true } });

test("credit is reported by the steps of the association's page, and counts where it should", async ({
  context,
  page,
}) => {
  const member = await aReporter(context, CPT, EP);
  await page.goto("/cecs");
  await page
    .getByRole("link", { name: /Report CECs/ })
    .first()
    .click();
  await fill(page);
  await expect(page.getByLabel("Credit Type")).toHaveValue("CEC");
  const effect = page.getByRole("complementary", { name: "What it will count" });
  await expect(effect).toContainText(
    "This will count 5.00 for ACSM-CPT (yearly maximum for Teaching reached: 1.00 does not count) and nothing for ACSM-EP (outside its window).",
  );
  await expect(effect).toContainText("0.00 → 5.00 of 45.00");
  await expectAccessible(page);
  await saveIt(page);
  await expect(page).toHaveURL(/\/cecs\?reported=now/);
  await expect(page.getByText("Strength and Conditioning").first()).toBeVisible();
  expect(await entriesOf(member)).toMatchObject([
    { credits: 600, formatName: "Teaching", creditTypeName: "CEC", source: "self_report" },
  ]);
});

test("with the keyboard alone, the date picked from the calendar", async ({ context, page }) => {
  const member = await aReporter(context, CPT);
  await page.goto("/cecs/report");
  const open = page.getByRole("button", { name: "Choose from a calendar" });
  await open.focus();
  await page.keyboard.press("Enter");
  const grid = page.getByRole("grid");
  await expect(grid).toBeVisible();
  await expectAccessible(page);
  await page.keyboard.press("Escape");
  await expect(grid).toBeHidden();
  await expect(open).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.locator(":focus")).toHaveAccessibleName(/\d{4}/);
  await page.keyboard.press("Enter");
  await expect(page.getByLabel("Date Earned")).toHaveValue(/^\d{1,2} \w{3} \d{4}$/);
  await page.getByLabel("Format").focus();
  await page.keyboard.type("Reading");
  await page.keyboard.press("Tab");
  await page.keyboard.type("1.25");
  await page.getByLabel("Provider/Organization", { exact: true }).focus();
  await page.keyboard.type("Other");
  await page.keyboard.press("Tab");
  await page.keyboard.type("Library");
  await page.keyboard.press("Tab");
  await page.keyboard.type("A good book");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/cecs\?reported=now/);
  expect(await entriesOf(member)).toMatchObject([{ credits: 125, formatName: "Reading" }]);
});

test("days outside every window cannot be picked and say why, typed ones are refused", async ({
  context,
  page,
}) => {
  await aReporter(context, CPT);
  await page.goto("/cecs/report");
  await page.getByLabel("Date Earned").fill(OTHER_YEAR);
  await expect(page.getByText("This date is outside your active cycles.")).toBeVisible();
  await expect(
    page.getByText(`1 January ${year - 1} to 31 December ${year + 1}`).first(),
  ).toBeVisible();
  await page.getByLabel("Date Earned").fill(`1/1/${year - 1}`);
  await page.getByRole("button", { name: "Choose from a calendar" }).click();
  const first = page.getByRole("button", { name: new RegExp(`^1 January ${year - 1}`) });
  await expect(first).toBeEnabled();
  await page.getByLabel("Date Earned").fill("");
  await saveIt(page);
  await expect(page.getByText("Enter the date on which you earned the credit.")).toBeVisible();
  await expect(page.getByText("Choose the format.")).toBeVisible();
  await expect(page.getByText("Enter the credits you were awarded.")).toBeVisible();
  await expect(page.getByText("Enter the name of the course.")).toBeVisible();
  await expect(page.getByLabel("Date Earned")).toBeFocused();
  await expectAccessible(page);
});

test("college hours are converted by the helper, and asked about without it", async ({
  context,
  page,
}) => {
  const member = await aReporter(context, CPT);
  await page.goto("/cecs/report");
  await fill(page, { format: "Live course", credits: "3", type: "Credit Hour" });
  const question = page.getByRole("group", { name: "3 CECs, or 3 credit hours (30)?" });
  await expect(question).toBeVisible();
  await saveIt(page);
  await expect(page.getByText("Choose what you entered.")).toBeVisible();
  await expectAccessible(page);
  await page.getByText("Convert from college credit hours, CEUs or minutes").click();
  await page.getByLabel("How many").fill("3");
  await expect(page.getByText("3.00 college credit hours × 10 = 30.00").first()).toBeVisible();
  await expect(page.getByLabel("CECs Earned")).toHaveValue("30.00");
  await expect(question).toBeHidden();
  await saveIt(page);
  await expect(page).toHaveURL(/\/cecs\?reported=now/);
  expect(await entriesOf(member)).toMatchObject([
    { credits: 3000, entered: { from: "hours", amount: 300 } },
  ]);
});

test("a document goes ahead, bad ones are refused, and one is required where the format says", async ({
  context,
  page,
}) => {
  const member = await aReporter(context, CPT);
  await page.goto("/cecs/report");
  await fill(page, { format: "College course", credits: "30" });
  await saveIt(page);
  await expect(page.getByText("This format needs a document")).toBeVisible();
  const files = page.getByLabel("Documents", { exact: true });
  await files.setInputFiles({ ...pdf("page.pdf"), buffer: Buffer.from(aFile("html")) });
  await expect(page.getByText("page.pdf is not a PDF, JPEG, PNG or HEIC file.")).toBeVisible();
  await files.setInputFiles({ ...pdf("nothing.pdf"), buffer: Buffer.from("") });
  await expect(page.getByText("nothing.pdf is empty.")).toBeVisible();
  await files.setInputFiles(pdf("huge.pdf", 10 * 1024 * 1024 + 1));
  await expect(page.getByText("huge.pdf is larger than 10 MB.")).toBeVisible();
  await files.setInputFiles([pdf("transcript.pdf", 2_000_000), pdf("letter.pdf")]);
  await expect(page.getByLabel("transcript.pdf")).toBeChecked();
  await page.getByLabel("letter.pdf").uncheck();
  await saveIt(page);
  await expect(page).toHaveURL(/\/cecs\?reported=now/);
  const [entry] = await entriesOf(member);
  expect(entry).toMatchObject({ acceptedAt: null, documents: [{ fileName: "transcript.pdf" }] });
  const answer = await page.request.get(`/api/documents/${entry?.documents[0]?.id}`);
  expect(answer.headers()).toMatchObject({
    "content-type": "application/pdf",
    "x-content-type-options": "nosniff",
    "content-disposition": expect.stringMatching(/^attachment; filename="transcript.pdf"/),
  });
  expect((await answer.body()).length).toBe(2_000_000);
  await aReporter(context, CPT);
  const others = await page.request.get(`/api/documents/${entry?.documents[0]?.id}`);
  expect(others.status()).toBe(404);
});

test("a report is not saved beside a document that was refused, until it is removed", async ({
  context,
  page,
}) => {
  const member = await aReporter(context, CPT);
  await page.goto("/cecs/report");
  await fill(page);
  const files = page.getByLabel("Documents", { exact: true });
  const isNoPdf = page.getByText("page.pdf is not a PDF, JPEG, PNG or HEIC file.");
  const evil = { ...pdf("page.pdf"), buffer: Buffer.from(aFile("html")) };
  await files.setInputFiles([evil, { ...pdf("nothing.pdf"), buffer: Buffer.from("") }]);
  await expect(isNoPdf).toBeVisible();
  await saveIt(page);
  const why = "Nothing is saved while a file that was refused stands here.";
  await expect(page.getByText(why)).toBeVisible();
  await expect(files).toBeFocused();
  await expect(files).toHaveAccessibleDescription(new RegExp(why));
  await expectAccessible(page);
  expect(await entriesOf(member)).toEqual([]);
  await page.getByRole("button", { name: "Remove page.pdf" }).click();
  await expect(isNoPdf).toBeHidden();
  await saveIt(page);
  await expect(page.getByText(why)).toBeVisible();
  await page.keyboard.press("Tab");
  await expect(page.getByRole("button", { name: "Remove nothing.pdf" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.getByText(why)).toBeHidden();
  await expect(files).toBeFocused();
  await files.setInputFiles(evil);
  await expect(isNoPdf).toBeVisible();
  // Another one in its place.
  await files.setInputFiles(pdf("letter.pdf"));
  await expect(page.getByLabel("letter.pdf")).toBeChecked();
  await expect(isNoPdf).toBeHidden();
  await saveIt(page);
  await expect(page).toHaveURL(/\/cecs\?reported=now/);
  expect(await entriesOf(member)).toMatchObject([{ documents: [{ fileName: "letter.pdf" }] }]);
});

test("a likely duplicate is pointed out before saving, and may be saved", async ({
  context,
  page,
}) => {
  const member = await aReporter(context, CPT);
  await anEntry(member, {
    earnedOn: `${year - 1}-06-15`,
    providerOther: "STRENGTH school",
    title: "strength AND conditioning",
  });
  await page.goto("/cecs/report");
  await fill(page);
  await expect(page.getByText("This looks like “strength AND conditioning”")).toBeVisible();
  await expect(page.getByText("nothing for ACSM-CPT (duplicate)")).toBeVisible();
  await saveIt(page);
  await expect(page.getByText("Tick this box, or change the report.")).toBeVisible();
  await page.getByLabel("It is another activity: save it anyway").check();
  await saveIt(page);
  await expect(page).toHaveURL(/\/cecs\?reported=now/);
  expect(await entriesOf(member)).toHaveLength(2);
});

test("whose session ends while they type loses nothing, and goes on when signed in again", async ({
  page,
  context,
}) => {
  const member = await aReporter(context, CPT);
  await page.goto("/cecs/report");
  await fill(page);
  await context.clearCookies();
  await saveIt(page);
  await expect(page.getByText("You are no longer signed in.")).toBeVisible();
  await expect(
    page.getByRole("link", { name: "Open the login page in another tab" }),
  ).toBeVisible();
  await expect(page.getByLabel("Course Name")).toHaveValue("Strength and Conditioning");
  await expectAccessible(page);
  expect(await entriesOf(member)).toEqual([]);
  await signIn(context, member);
  await saveIt(page);
  await expect(page).toHaveURL(/\/cecs/);
  await expect.poll(async () => (await entriesOf(member)).length).toBe(1);
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("everything typed is kept, documents too, until the report is confirmed", async ({
    context,
    page,
  }) => {
    const member = await aReporter(context, CPT, EP);
    await page.goto("/cecs/report");
    await page.getByLabel("Format").selectOption("College course");
    await page.getByLabel("Course Name").fill("Übungslehre");
    await page
      .getByLabel("Documents", { exact: true })
      .setInputFiles([
        pdf("../../transcript.pdf", 3_000_000),
        { ...pdf("page.pdf"), buffer: Buffer.from(aFile("html")) },
      ]);
    await saveIt(page);
    await expect(page.getByText("page.pdf is not a PDF, JPEG, PNG or HEIC file.")).toBeVisible();
    await expect(page.getByText("Enter the date on which you earned the credit.")).toBeVisible();
    await expect(page.getByLabel("Course Name")).toHaveValue("Übungslehre");
    await expect(page.getByLabel("Format")).toHaveValue("College course");
    await expect(page.getByLabel("transcript.pdf")).toBeChecked();

    await fill(page, { format: "College course", credits: "3", type: "Credit Hour" });
    await saveIt(page);
    await expect(page.getByText("3 CECs, or 3 credit hours (30)?")).toBeVisible();
    await page.getByLabel("Credit hours: they are multiplied by 10").check();
    await saveIt(page);
    await expect(page.getByRole("heading", { name: "Check your report" })).toBeVisible();
    await expect(
      page.getByText("Once staff have accepted it, this will count 30.00"),
    ).toBeVisible();
    await expect(page.getByText("transcript.pdf")).toBeVisible();
    await saveIt(page);
    await expect(page).toHaveURL(/\/cecs\?reported=now/);
    expect(await entriesOf(member)).toMatchObject([
      { credits: 3000, acceptedAt: null, documents: [{ fileName: "transcript.pdf" }] },
    ]);
    expect(await db.reportDraft.count({ where: { memberId: member.id } })).toBe(0);
  });

  test("a file over the limit is refused with a sentence", async ({ context, page }) => {
    await aReporter(context, CPT);
    await page.goto("/cecs/report");
    await fill(page, { format: "Live course" });
    await page
      .getByLabel("Documents", { exact: true })
      .setInputFiles([pdf("huge.pdf", 20_000_000)]);
    await saveIt(page);
    await expect(page.getByText("huge.pdf is larger than 10 MB.")).toBeVisible();
    await expect(page.getByLabel("Course Name")).toHaveValue("Strength and Conditioning");
  });
});
