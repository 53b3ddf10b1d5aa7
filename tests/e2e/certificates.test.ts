import type { APIResponse } from "@playwright/test";
import { db } from "@/lib/db";
import { MACHINE } from "@/lib/members/rules";
import { grantRole } from "@/lib/roles/commands";
import { aClaim, submit } from "@/tests/support/a-claim";
import { FOR_OTHERS, FOR_PHYSICIANS, FOR_SONOGRAPHERS } from "@/tests/support/a-designation";
import { NOW } from "@/tests/support/a-row";
import { anAccount } from "@/tests/support/accounts";
import { anIssuedCertificate, numberOf } from "@/tests/support/an-issued-certificate";
import { expect, test } from "@/tests/support/visits";
import { readPdf } from "@/tests/unit/certificates/read-pdf";

const designations = [FOR_PHYSICIANS, FOR_OTHERS];

/** A certificate and the address of its page. */
async function aCertificate(told?: Parameters<typeof anIssuedCertificate>[0]) {
  const { claim, number } = await anIssuedCertificate(told);
  return { claim, number, path: `/certificates/${number}` };
}

async function readAnswer(answer: Promise<APIResponse>) {
  return readPdf(Uint8Array.from(await (await answer).body()));
}

const bare = (text: string) => text.replaceAll(/\s/g, "");

test("the page of a certificate says what its PDF says", async ({ visit }) => {
  const { claim, number, path } = await aCertificate();
  const page = await visit(claim.member);
  await page.goto(path);
  const pdf = await readAnswer(page.request.get(`${path}/pdf`));
  const article = page.getByRole("article", { name: "Certificate of Credit" });
  const read = bare(await article.innerText());
  for (const fact of [
    "Ada Example",
    "has participated in the live activity",
    claim.event.title,
    "in Chicago, Illinois, on 10–11 Apr 2026",
    "and is awarded 13.50 AMA PRA Category 1 Credit(s)™.",
    "Fri 10 Apr, Day 1: 6.50",
    "Sat 11 Apr, Day 2: 7.00",
    "The Association designates this live activity for a maximum of 21.00 AMA PRA credits.",
    "The Association is accredited by the ACCME.",
    "Director of Education",
    `${number} · Version 1 · Issued 14 April 2026`,
  ]) {
    expect(read).toContain(bare(fact));
    expect(bare(pdf.text)).toContain(bare(fact));
  }
  expect(pdf.pages).toBe(1);
  await expect(article.getByRole("img", { name: /QR code/ })).toBeVisible();
  const trail = page.getByRole("navigation", { name: "Breadcrumb" });
  await expect(trail.getByRole("link", { name: "CME Tracker" })).toBeVisible();
});

test("who is no physician gets a participation certificate that never says awarded", async ({
  visit,
}) => {
  const { claim, path } = await aCertificate({ profession: "Nurse" });
  const page = await visit(claim.member);
  await page.goto(path);
  const article = page.getByRole("article", { name: "Certificate of Participation" });
  await expect(article).toContainText("13.50");
  await expect(article).toContainText("was approved for 21.00");
  await expect(article).not.toContainText(/award/i);
  const pdf = await readAnswer(page.request.get(`${path}/pdf`));
  expect(pdf.text).toContain("13.50");
  expect(pdf.text).not.toMatch(/award/i);
});

test("another credit type awards credit to its own audience, under its approval number", async ({
  visit,
}) => {
  const { claim, path } = await aCertificate({
    profession: "Sonographer",
    event: { designations: [...designations, FOR_SONOGRAPHERS] },
  });
  const page = await visit(claim.member);
  await page.goto(path);
  const article = page.getByRole("article", { name: "Certificate of Credit" });
  await expect(article).toContainText("is awarded 13.50 SDMS CME");
  await expect(article.getByRole("heading", { name: /SDMS CME/ })).toContainText("SDMS-4711");
});

test("staff read a member's certificate", async ({ visit }) => {
  const { path } = await aCertificate();
  const staff = await anAccount({ password: null });
  await grantRole(MACHINE, { email: staff.email, role: "staff" }, NOW);
  const page = await visit(staff);
  await page.goto(path);
  await expect(page.getByRole("article")).toContainText("Ada Example");
  await expect(page.getByRole("navigation", { name: "Breadcrumb" })).toHaveCount(0);
  expect((await page.request.get(`${path}/pdf`)).headers()["content-type"]).toBe("application/pdf");
});

test("a name that no font can print is held, and the page says so", async ({ visit }) => {
  const claim = await aClaim({ credits: [650] });
  const own = { where: { id: claim.member.id } };
  await db.member.update({ ...own, data: { firstName: "Ada 𓀀" } });
  await submit(claim);
  const page = await visit(claim.member);
  await page.goto(`/certificates/${await numberOf(claim)}/pdf`);
  await expect(page.getByText("no font has the character 𓀀")).toBeVisible();
  await expect(page.getByRole("article")).toContainText("Ada 𓀀 Example");
  await expect(page.getByRole("link", { name: "View as PDF" })).toHaveCount(0);
});
