import { db } from "@/lib/db";
import { expect, test } from "@/tests/support/visits";

test("health is told in words, and a silent worker is noticed", async ({ request }) => {
  const well = await request.get("/api/health");
  expect(well.status()).toBe(200);
  await expect(async () => {
    // The worker goes on reporting, so its word is set back until a question falls in between.
    await db.workerBeat.updateMany({ data: { beatAt: new Date(Date.now() - 60_000) } });
    const silent = await request.get("/api/health");
    expect(silent.status()).toBe(503);
    expect((await silent.json()).reason).toMatch(/^The worker has not reported for \d+ seconds\.$/);
  }).toPass();
});

test.describe("an address that nobody has", () => {
  test.use({ looksForMissingPages: true });

  test("leads to a page that says so", async ({ page }) => {
    const answer = await page.goto("/no-such-page");
    expect(answer?.status()).toBe(404);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  });
});

test("a form that another site sends is refused in words, and next-auth's from here is not", async ({
  request,
  baseURL,
}) => {
  const send = (path: string, origin: string | undefined) =>
    request.post(path, { multipart: { login: "x" }, headers: origin ? { origin } : {} });
  for (const origin of ["https://evil.example", "null"]) {
    const refused = await send("/login", origin);
    expect(refused.status()).toBe(403);
    expect(await refused.text()).toBe(
      "This form did not come from this site. Open the page again and send it from there.",
    );
  }
  expect((await send("/api/auth/signout", baseURL)).status()).toBeLessThan(400);
});
