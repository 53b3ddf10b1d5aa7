import type { Page } from "@playwright/test";
import { correct } from "@/tests/support/a-correction";
import { anIssuedCertificate } from "@/tests/support/an-issued-certificate";
import { expect, test } from "@/tests/support/visits";

const answer = (page: Page, words: string | RegExp) => page.getByRole("heading", { name: words });
const file = (bytes: Buffer) => ({
  name: "certificate.pdf",
  mimeType: "application/pdf",
  buffer: bytes,
});

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? "in a browser" : "with JavaScript off", () => {
    test.use({ javaScriptEnabled });

    test("anybody checks a certificate by its number, as it is printed or typed", async ({
      page,
    }) => {
      const { claim, number } = await anIssuedCertificate();
      await page.goto("/");
      await page.getByRole("link", { name: "Verify a certificate" }).first().click();
      // The start page has the same field.
      await expect(page).toHaveURL(/\/verify$/);
      await page.getByLabel("Certificate number").fill(` ${number.toLowerCase()} `);
      await page.getByRole("button", { name: "Verify" }).click();
      await expect(answer(page, "Genuine")).toBeVisible();
      const main = page.getByRole("main");
      for (const fact of [
        "Ada Example",
        claim.event.title,
        "10–11 Apr 2026",
        "13.50 AMA PRA Category 1",
        `${number}, version 1`,
      ]) {
        await expect(main).toContainText(fact);
      }
      for (const secret of [claim.member.email, claim.member.memberNumber ?? "", "6.50"]) {
        await expect(main).not.toContainText(secret);
      }
    });

    test("what is no number is refused in the field and kept", async ({ page }) => {
      await page.goto("/verify");
      await page.getByLabel("Certificate number").fill("CR-12");
      await page.getByRole("button", { name: "Verify" }).click();
      await expect(page.getByLabel("Certificate number")).toHaveAccessibleDescription(
        /This is not a certificate number/,
      );
      await expect(page.getByLabel("Certificate number")).toHaveValue("CR-12");
    });
  });
}

test("a superseded, a revoked and an unknown certificate are told apart", async ({ page }) => {
  const { claim, number } = await anIssuedCertificate({ credits: [650] });
  await correct(claim, { credits: 625 });
  await page.goto(`/verify/${number}?version=1`);
  await expect(answer(page, "Superseded by version 2")).toBeVisible();
  await expect(page.getByRole("main")).toContainText("6.50");
  await page.getByRole("link", { name: "See version 2" }).click();
  await expect(answer(page, "Genuine")).toBeVisible();
  await expect(page.getByRole("main")).toContainText("6.25");
  await correct(claim, { credits: 0 });
  await page.goto(`/verify/${number}`);
  await expect(answer(page, "Revoked")).toBeVisible();
  for (const path of [`/verify/${number}?version=3`, "/verify/CR-0000000000000000"]) {
    await page.goto(path);
    await expect(answer(page, "Unknown")).toBeVisible();
  }
});

test("an address that holds no number is answered, never by an error", async ({ page }) => {
  const { number } = await anIssuedCertificate();
  for (const path of [
    "/verify/x",
    "/verify/%25",
    "/verify/%25E0",
    "/verify/%00",
    "/verify/%F0%9F%92%A9",
    `/verify/${number}?version=x`,
    `/verify/${number}?version=99999999999`,
    "/verify?sha256=x",
    `/verify?sha256=${"0".repeat(64)}`,
    "/verify?number=a&number=b",
  ]) {
    const answered = await page.request.get(path);
    expect([path, answered.status()]).toEqual([path, 200]);
  }
});

test("a PDF dropped on the page is genuine by its hash, and unknown with a byte changed", async ({
  page,
  visit,
}) => {
  const { claim, number } = await anIssuedCertificate();
  const { request } = await visit(claim.member);
  const bytes = await (await request.get(`/certificates/${number}/pdf`)).body();
  await page.goto("/verify");
  const sent: string[] = [];
  page.on("request", (each) => sent.push(`${each.method()} ${each.postData() ?? ""}`));
  await drop(page, bytes);
  await expect(answer(page, "Genuine")).toBeVisible();
  await expect(
    page.getByText("This file is version 1 exactly as issued, and it stands."),
  ).toBeVisible();
  const changed = Buffer.from(bytes);
  changed.writeUInt8(changed.readUInt8(changed.length - 9) ^ 1, changed.length - 9);
  await drop(page, changed);
  await expect(answer(page, "Unknown")).toBeVisible();
  // The file itself goes nowhere: its hash is asked for in an address.
  expect(new Set(sent)).toEqual(new Set(["GET "]));
});

test("a chosen PDF of an older version is superseded", async ({ page, visit }) => {
  const { claim, number } = await anIssuedCertificate();
  const { request } = await visit(claim.member);
  const bytes = await (await request.get(`/certificates/${number}/pdf`)).body();
  await correct(claim, { credits: 625 });
  await page.goto("/verify");
  await page.getByLabel(/choose the file/).setInputFiles(file(bytes));
  await expect(answer(page, "Superseded by version 2")).toBeVisible();
  await expect(page.getByText("a later version replaces it")).toBeVisible();
});

async function drop(page: Page, bytes: Buffer) {
  const dataTransfer = await page.evaluateHandle((base64) => {
    const data = new DataTransfer();
    const content = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
    data.items.add(new File([content], "certificate.pdf", { type: "application/pdf" }));
    return data;
  }, bytes.toString("base64"));
  await page.getByText("Drop the certificate’s PDF here").dispatchEvent("drop", { dataTransfer });
}
