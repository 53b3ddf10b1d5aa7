import { randomUUID } from "node:crypto";
import { db } from "@/lib/db";
import { anAccount } from "@/tests/support/accounts";
import { expectAccessible } from "@/tests/support/look";
import { aStaffAccount } from "@/tests/support/staff";
import { expect, test } from "@/tests/support/visits";

for (const javaScript of [true, false]) {
  const how = javaScript ? "with JavaScript" : "without JavaScript";

  test(`a change from an old page does not undo a colleague's, ${how}`, async ({ visit }) => {
    const member = await anAccount({ password: null });
    const { id } = member;
    const page = await visit(await aStaffAccount("staff"), { javaScript });
    await page.goto(`/admin/members/${id}/change`);
    await page.getByLabel("Phone").fill("555-0100");
    await page.getByLabel("First name").fill("Adah");
    await page.getByLabel("Birthday, month and day").fill("9-6");
    await db.member.update({
      where: { id },
      data: { lastName: "Renamed", firstName: "Augusta", professionName: "MD" },
    });
    const save = () => page.getByRole("button", { name: "Save" }).click();
    // Refused for another reason first: what the page was opened with is still known afterwards.
    await save();
    await expect(page.getByText(/Write month and day as MM-DD/)).toBeVisible();
    await page.getByLabel("Birthday, month and day").fill("09-06");
    await save();
    await expect(page.getByText(/This member was changed meanwhile/)).toBeVisible();
    await expect(page.getByLabel("Last name")).toHaveValue("Renamed");
    await expect(page.getByLabel("Profession")).toHaveValue("MD");
    await expect(page.getByLabel("Phone")).toHaveValue("555-0100");
    const firstName = page.getByLabel("First name");
    await expect(firstName).toHaveValue("Adah");
    await expect(firstName).toHaveAccessibleDescription("Now stands: Augusta");
    if (javaScript) await expectAccessible(page);
    await save();
    await expect(page.getByRole("heading", { name: "Adah Renamed" })).toBeVisible();
    expect(await db.member.findUniqueOrThrow({ where: { id } })).toMatchObject({
      firstName: "Adah",
      lastName: "Renamed",
      professionName: "MD",
      phone: "555-0100",
      birthMonthDay: "09-06",
    });
  });

  test(`a row of a list keeps what a colleague changed in it, ${how}`, async ({ visit }) => {
    const name = `Academy ${randomUUID().slice(0, 8)}`;
    const { id } = await db.provider.create({ data: { name } });
    const page = await visit(await aStaffAccount("administrator"), { javaScript });
    await page.goto(`/admin/programs/providers?q=${encodeURIComponent(name)}`);
    const row = page.getByRole("listitem").filter({ has: page.getByRole("heading") });
    await row.getByLabel("Name", { exact: true }).fill(`${name} Ltd`);
    await db.provider.update({ where: { id }, data: { inNetwork: true } });
    await row.getByRole("button", { name: /^Save/ }).click();
    await expect(row.getByText(/This was changed meanwhile/)).toBeVisible();
    await expect(row.getByLabel("In-network")).toBeChecked();
    await expect(row.getByLabel("Name", { exact: true })).toHaveValue(`${name} Ltd`);
    await expect(row.getByLabel("Name", { exact: true })).toHaveAccessibleDescription(
      `Now stands: ${name}`,
    );
    await row.getByRole("button", { name: /^Save/ }).click();
    await expect(row.getByText(/is saved/)).toBeVisible();
    expect(await db.provider.findUniqueOrThrow({ where: { id } })).toMatchObject({
      name: `${name} Ltd`,
      inNetwork: true,
    });
  });
}
