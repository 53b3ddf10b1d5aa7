import { db } from "@/lib/db";
import { aCertification, shippedPrograms } from "@/tests/support/a-certification";
import { aClaim } from "@/tests/support/a-claim";
import { previewOf } from "@/tests/support/a-merge";
import { anAccount } from "@/tests/support/accounts";
import { anEntry } from "@/tests/support/an-entry";
import { expectAccessible } from "@/tests/support/look";
import { expect, test } from "@/tests/support/visits";

async function anAdministrator(role: "staff" | "administrator" = "administrator") {
  const member = await anAccount({ password: null });
  await db.roleGrant.create({
    data: { memberId: member.id, role, grantedAt: new Date() },
    select: { role: true },
  });
  return member;
}

for (const javaScript of [true, false]) {
  test(`two records of one person become one, ${javaScript ? "with" : "without"} JavaScript`, async ({
    visit,
  }) => {
    test.slow();
    await shippedPrograms();
    const claim = await aClaim({ credits: [650], submitted: true });
    const other = claim.member;
    const kept = await anAccount({ password: null });
    for (const { id } of [kept, other]) {
      await aCertification("CAM", [{ startsOn: "2029-01-01", endsOn: "2029-12-31" }], id);
    }
    const page = await visit(await anAdministrator(), { javaScript });
    await page.goto(`/admin/members/${kept.id}`);
    await page.getByRole("link", { name: "Merge another record into this one" }).click();
    await page.getByRole("searchbox", { name: "Find the other record" }).fill(other.username ?? "");
    await page.getByRole("search").getByRole("button", { name: "Find" }).click();
    if (javaScript) await expectAccessible(page);
    const found = page.getByRole("table", { name: /Other records/ });
    await found.getByRole("link", { name: "Ada Example" }).click();
    const moves = page.getByRole("table", { name: "What of the other record moves here" });
    await expect(
      moves.getByRole("row", { name: /Registrations and their claims 1 0/ }),
    ).toBeVisible();
    await expect(moves.getByText(/both hold it. The cycle of this record stands/)).toBeVisible();
    if (javaScript) await expectAccessible(page);
    const reason = page.getByLabel("How you know that both are one person");
    await page.getByRole("button", { name: "Merge the two records" }).click();
    await expect(page.getByText("Say why: the audit log keeps it.")).toBeVisible();
    // Something comes to the record while the page is open.
    await anEntry(other);
    await reason.fill("Same licence, told by phone.");
    await page.getByRole("button", { name: "Merge the two records" }).click();
    await expect(page.getByText(/was changed meanwhile/)).toBeVisible();
    await expect(moves.getByRole("row", { name: /Credit on record 2 0/ })).toBeVisible();
    await expect(reason).toHaveValue("Same licence, told by phone.");
    await page.getByRole("button", { name: "Merge the two records" }).click();
    await expect(page.getByRole("heading", { name: "Records merged into this one" })).toBeVisible();
    if (javaScript) await expectAccessible(page);
    await page.getByRole("link", { name: `Ada Example, ${other.memberNumber}` }).click();
    await expect(page.getByText(/Merged into .* by Ada Example/)).toBeVisible();
    await expect(page.getByRole("button", { name: /Reinstate/ })).toHaveCount(0);
    if (javaScript) await expectAccessible(page);
    await page.goto(`/admin/members?q=${other.memberNumber}`);
    await expect(page.getByRole("cell", { name: "Merged into Ada Example" })).toBeVisible();
  });
}

test("what has to be settled first is said instead of a form", async ({ visit }) => {
  const [kept, other] = [await anAccount({ password: null }), await anAdministrator("staff")];
  const page = await visit(await anAdministrator());
  await page.goto(`/admin/members/${kept.id}/merge?other=${other.id}`);
  await expect(
    page.getByText("The other record has a role (Staff). Withdraw it first."),
  ).toBeVisible();
  await expect(page.getByRole("button", { name: "Merge the two records" })).toHaveCount(0);
  await expectAccessible(page);
});

test("to staff who are no administrators the page does not exist", async ({ visit }) => {
  const [kept, other] = [await anAccount({ password: null }), await anAccount({ password: null })];
  const page = await visit(await anAdministrator("staff"));
  await page.goto(`/admin/members/${kept.id}`);
  await expect(page.getByRole("link", { name: /Merge another record/ })).toHaveCount(0);
  const answer = await page.request.get(`/admin/members/${kept.id}/merge?other=${other.id}`);
  expect(answer.status()).toBe(404);
  expect((await previewOf(kept, other)).plan.refusals).toEqual([]);
});
