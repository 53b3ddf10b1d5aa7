import { randomUUID } from "node:crypto";
import { db } from "@/lib/db";
import { anAccount } from "@/tests/support/accounts";
import { expectAccessible } from "@/tests/support/look";
import { aStaffAccount } from "@/tests/support/staff";
import { expect, test } from "@/tests/support/visits";

for (const javaScript of [true, false]) {
  test(`a list's heading puts it in order, and its address says so, ${javaScript ? "with" : "without"} JavaScript`, async ({
    visit,
  }) => {
    const lastName = `Ordered ${randomUUID().slice(0, 8)}`;
    for (const [firstName, memberNumber] of [
      ["Ana", "20"],
      ["Ben", "3"],
      ["Cleo", "100"],
    ]) {
      const { id } = await anAccount({ password: null });
      const number = `${lastName}-${memberNumber}`;
      await db.member.update({
        where: { id },
        data: { firstName, lastName, memberNumber: number },
      });
    }
    const page = await visit(await aStaffAccount(), { javaScript });
    await page.goto(`/admin/members?q=${encodeURIComponent(lastName)}`);
    const names = page.getByRole("rowheader");
    const heading = page.getByRole("columnheader", { name: "Member number" });
    await expect(names).toHaveText([/^Ana/, /^Ben/, /^Cleo/]);
    await heading.getByRole("link").click();
    await expect(heading).toHaveAttribute("aria-sort", "ascending");
    await expect(names).toHaveText([/^Ben/, /^Ana/, /^Cleo/]);
    await expect(page).toHaveURL(/[?&]sort=number/);
    await heading.getByRole("link").click();
    await expect(heading).toHaveAttribute("aria-sort", "descending");
    await expect(names).toHaveText([/^Cleo/, /^Ana/, /^Ben/]);
    if (javaScript) await expectAccessible(page);
  });
}

test("an address that asks for an order nobody knows says that it was left out", async ({
  visit,
}) => {
  const page = await visit(await aStaffAccount());
  await page.goto("/admin/events?sort=sideways");
  await expect(page.getByRole("table")).toBeVisible();
  await expect(page.getByText(/something that this list does not know/)).toBeVisible();
});
