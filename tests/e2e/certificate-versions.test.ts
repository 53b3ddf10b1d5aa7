import type { APIResponse } from "@playwright/test";
import { renderVersion } from "@/lib/certificates/commands";
import { db } from "@/lib/db";
import { correct } from "@/tests/support/a-correction";
import { NOW } from "@/tests/support/a-row";
import { versionsOf } from "@/tests/support/a-trail";
import { anIssuedCertificate } from "@/tests/support/an-issued-certificate";
import { expect, test } from "@/tests/support/visits";
import { readPdf } from "@/tests/unit/certificates/read-pdf";

/** A certificate and the address of its page. */
async function aCertificate(told?: Parameters<typeof anIssuedCertificate>[0]) {
  const { claim, number } = await anIssuedCertificate(told);
  return { claim, number, path: `/certificates/${number}` };
}

async function readAnswer(answer: Promise<APIResponse>) {
  return readPdf(Uint8Array.from(await (await answer).body()));
}

test("two downloads give the same bytes, and a browser need not load them again", async ({
  visit,
}) => {
  const { claim, path } = await aCertificate();
  const { request } = await visit(claim.member);
  const [one, two] = [await request.get(`${path}/pdf`), await request.get(`${path}/pdf`)];
  expect((await one.body()).equals(await two.body())).toBe(true);
  const { etag = "", "x-content-type-options": sniffing } = one.headers();
  expect(sniffing).toBe("nosniff");
  const again = await request.get(`${path}/pdf`, { headers: { "if-none-match": etag } });
  expect(again.status()).toBe(304);
});

test("a correction gives the next version; the first one stays as it was, superseded", async ({
  visit,
}) => {
  const { claim, path } = await aCertificate();
  const page = await visit(claim.member);
  const first = await (await page.request.get(`${path}/pdf`)).body();
  await correct(claim, { credits: 625 });
  await page.goto(path);
  await expect(page.getByText("Genuine")).toBeVisible();
  await expect(page.getByRole("article")).toContainText("13.25");
  await page.getByRole("link", { name: "Version 1" }).click();
  await expect(page.getByText("Superseded by version 2")).toBeVisible();
  await expect(page.getByRole("article")).toContainText("13.50");
  const kept = await (await page.request.get(`${path}/pdf?version=1`)).body();
  expect(kept.equals(first)).toBe(true);
  const second = await readAnswer(page.request.get(`${path}/pdf`));
  expect(second.text).toContain("Version 2");
  expect(second.text).toContain("13.25");
  await page.goto("/events");
  await expect(page.getByRole("cell", { name: "13.25" })).toBeVisible();
});

test("a claim corrected to 0.00 has no certificate that stands", async ({ visit }) => {
  const { claim, path } = await aCertificate({ credits: [650] });
  await correct(claim, { credits: 0 });
  const page = await visit(claim.member);
  await page.goto(path);
  await expect(page.getByText("Revoked")).toBeVisible();
  await page.goto(`/events/${claim.id}/claim`);
  await expect(page.getByText("Total: 0.00")).toBeVisible();
  await expect(page.getByRole("link", { name: /^View/ })).toHaveCount(0);
  await page.goto("/events");
  await expect(page.getByRole("cell", { name: "0.00" })).toBeVisible();
  await expect(page.getByRole("link", { name: /^View/ })).toHaveCount(0);
});

test("a certificate that is still being drawn says so and opens by itself when it is there", async ({
  visit,
}) => {
  const { claim, number, path } = await aCertificate();
  const page = await visit(claim.member);
  const bytes = await (await page.request.get(`${path}/pdf`)).body();
  const [first] = await versionsOf(claim.id);
  if (!first) throw new Error("The claim has no certificate.");
  // The next version as issuing leaves it, but that no job is told to draw it.
  await db.certificateVersion.update({ where: { id: first.id }, data: { supersededAt: NOW } });
  const { submissionId, facts } = first;
  const { id } = await db.certificateVersion.create({
    data: {
      certificateNumber: number,
      version: 2,
      submissionId,
      facts: facts ?? {},
      issuedAt: NOW,
    },
  });
  await page.goto(`${path}/pdf`);
  await expect(page.getByText("Your certificate is being prepared.")).toBeVisible();
  const opened = page.waitForResponse(
    (answer) => answer.url().includes("/pdf") && answer.status() === 200,
  );
  await renderVersion(id, async () => ({ bytes: Buffer.concat([bytes, Buffer.from("\n")]) }), NOW);
  expect((await opened).headers()["content-type"]).toBe("application/pdf");
});
