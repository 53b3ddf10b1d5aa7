import { db } from "@/lib/db";
import { keepDocument } from "@/lib/documents/commands";
import { aHolder } from "@/tests/support/a-certification";
import { aPdf } from "@/tests/support/a-pdf";
import { actorOf, anAccount } from "@/tests/support/accounts";
import { anEntry } from "@/tests/support/an-entry";
import { aFile } from "@/tests/support/files";
import { expectAccessible } from "@/tests/support/look";
import { expect, test } from "@/tests/support/visits";

async function aReviewer() {
  const staff = await anAccount({ password: null });
  const grant = { memberId: staff.id, role: "staff", grantedAt: new Date() } as const;
  await db.roleGrant.create({ data: grant });
  return staff;
}

async function anEntryWith(name: string, bytes: Uint8Array<ArrayBuffer>) {
  const year = new Date().getUTCFullYear();
  const cycle = { program: "ACSM-CPT", from: `${year - 1}-01-01`, to: `${year + 1}-12-31` };
  const { member } = await aHolder([cycle]);
  const entry = await anEntry(member, { earnedOn: `${year - 1}-06-15`, accepted: false });
  const { id } = await keepDocument(actorOf(member), { name, bytes }, new Date());
  await db.document.update({ where: { id }, data: { entryId: entry.id } });
  return entry;
}

test("staff read a PDF in place, page by page, in a frame that can do nothing", async ({
  visit,
}) => {
  const entry = await anEntryWith("proof.pdf", await aPdf(2));
  const page = await visit(await aReviewer());
  await page.goto(`/admin/review/${entry.id}`);
  const viewer = page.getByRole("region", { name: "proof.pdf" });
  await expect(viewer.getByText("Page 1 of 2")).toBeVisible();
  // A browser draws in a frame once it is seen.
  await viewer.locator("iframe").scrollIntoViewIfNeeded();
  const frame = viewer.locator("iframe").contentFrame();
  await expect(frame.getByText("Proof, page 1")).toBeAttached();
  const dark = await frame.locator("canvas").evaluate((canvas: HTMLCanvasElement) => {
    const { data } = canvas.getContext("2d")?.getImageData(0, 0, canvas.width, canvas.height) ?? {
      data: [],
    };
    let count = 0;
    for (let at = 0; at < data.length; at += 4) if (data[at] === 0x20) count += 1;
    return count / (data.length / 4);
  });
  // The field of 200 by 200 on a page of 420 by 595.
  expect(dark).toBeCloseTo(0.16, 1);
  await expectAccessible(page);

  const cookies = await frame.locator("body").evaluate(() => {
    try {
      return document.cookie;
    } catch (error) {
      return String(error);
    }
  });
  expect(cookies).toContain("SecurityError");
  const policy = (await page.request.get("/api/pdf-frame")).headers()["content-security-policy"];
  expect(policy).toMatch(/^sandbox allow-scripts; default-src 'none';.* connect-src 'none';/);

  await frame.locator("canvas").click();
  await viewer.getByRole("button", { name: "Next page" }).press("Enter");
  await expect(viewer.getByText("Page 2 of 2")).toBeVisible();
  await expect(frame.getByText("Proof, page 2")).toBeAttached();
  const widthOf = async () => (await frame.locator("canvas").boundingBox())?.width ?? 0;
  const before = await widthOf();
  await viewer.getByRole("button", { name: "Zoom out" }).click();
  await expect(viewer.getByText("75%")).toBeVisible();
  await expect.poll(widthOf).toBeLessThan(before);
  await viewer.getByRole("button", { name: "Previous page" }).click();
  await expect(frame.getByText("Proof, page 1")).toBeAttached();
  expect(page.url()).toContain(entry.id);
  expect(page.context().pages()).toHaveLength(1);
});

test("a PDF that can't be shown is said to be a download", async ({ visit }) => {
  const entry = await anEntryWith("broken.pdf", aFile("pdf", 500));
  const page = await visit(await aReviewer());
  await page.goto(`/admin/review/${entry.id}`);
  await expect(
    page.getByText("broken.pdf can't be shown here. Download it to read it."),
  ).toBeVisible();
  const viewer = page.getByRole("region", { name: "broken.pdf" });
  const download = page.waitForEvent("download");
  await viewer.getByRole("link", { name: "Download broken.pdf" }).click();
  expect((await download).suggestedFilename()).toBe("broken.pdf");
});

test("without JavaScript a PDF is a download", async ({ visit }) => {
  const entry = await anEntryWith("proof.pdf", await aPdf(1));
  const page = await visit(await aReviewer(), { javaScript: false });
  await page.goto(`/admin/review/${entry.id}`);
  const viewer = page.getByRole("region", { name: "proof.pdf" });
  await expect(viewer.getByRole("link", { name: "Download proof.pdf" })).toBeVisible();
  await expect(viewer.locator("iframe")).toHaveCount(0);
});
