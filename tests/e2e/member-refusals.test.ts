import { db } from "@/lib/db";
import { anAccount } from "@/tests/support/accounts";
import { aStaffAccount } from "@/tests/support/staff";
import { expect, test } from "@/tests/support/visits";

test("where nothing may be changed, nothing is offered", async ({ visit }) => {
  const colleague = await aStaffAccount("administrator");
  const page = await visit(await aStaffAccount("staff"));
  const offers = page.getByText(/Change what is on record|Retire the member/);
  for (const path of ["", "/change"]) {
    await page.goto(`/admin/members/${colleague.id}${path}`);
    await expect(page.getByText("This colleague has a role. Ask an administrator.")).toBeVisible();
    await expect(offers).toHaveCount(0);
    await expect(page.getByRole("button", { name: "Save" })).toHaveCount(0);
  }
  const [kept, other] = [await anAccount({ password: null }), await anAccount({ password: null })];
  await db.member.update({
    where: { id: other.id },
    data: {
      mergedIntoId: kept.id,
      mergedAt: new Date(),
      retiredAt: new Date(),
      passwordHash: null,
    },
  });
  await page.goto(`/admin/members/${other.id}/change`);
  await expect(page.getByText(/This record was merged into another/)).toBeVisible();
  await expect(page.getByRole("button", { name: "Save" })).toHaveCount(0);
  await page.goto(`/admin/members/${kept.id}`);
  await expect(offers).toHaveCount(2);
});
