import { randomUUID } from "node:crypto";
import { subDays, subHours } from "date-fns";
import { dayOf, formatDay, formatDays } from "@/lib/calendar";
import { db } from "@/lib/db";
import { aPlace } from "@/tests/support/a-place";
import { anAccount } from "@/tests/support/accounts";
import { anEvent } from "@/tests/support/an-event";
import { daysOf, pencil } from "@/tests/support/claim-page";
import { run } from "@/tests/support/run-program";
import { signIn } from "@/tests/support/sign-in";
import { expect, test } from "@/tests/support/visits";

/** An event of three days that ended yesterday, under a title that no other test uses. */
function aRecentEvent() {
  const days = [3, 2, 1].map((ago) => dayOf(subDays(new Date(), ago)));
  const title = `Workshop ${randomUUID()}`;
  return anEvent({ title, days, endsAt: subHours(new Date(), 4) });
}

/** `npm run confirm`, as staff run it when the list from the registration desk arrives. */
async function confirm({ code }: { code: string }, member: { memberNumber: string | null }) {
  const command = ["--import", "tsx", "lib/registrations/cli.ts", code, member.memberNumber ?? ""];
  expect(await run(command)).toBe(0);
}

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? "in a browser" : "with JavaScript off", () => {
    test.use({ javaScriptEnabled });

    test("who registered onsite says so, waits, and claims once the days are confirmed", async ({
      context,
      page,
    }) => {
      const member = await anAccount({ password: null, professionName: "MD" });
      const event = await aRecentEvent();
      const [first, , third] = daysOf(event);
      await signIn(context, member);
      await page.goto("/events");
      await page.getByRole("link", { name: "I registered onsite" }).click();
      await page.getByLabel("Event").selectOption(`${event.title}, ${formatDays(first, third)}`);
      await page.getByRole("button", { name: "Choose event" }).click();
      const send = page.getByRole("button", { name: "I registered onsite" });
      await send.click();
      await expect(page.getByText("Choose at least one day.")).toBeVisible();
      await page.getByRole("checkbox", { name: formatDay(first) }).check();
      await page.getByRole("checkbox", { name: formatDay(third) }).check();
      await send.click();
      const listed = page.getByRole("row").filter({ hasText: event.title });
      await expect(listed).toContainText("Registered onsite: may take until");
      await expect(listed.getByRole("link", { name: /^Enter Credits/ })).toHaveCount(0);
      await listed.getByRole("link", { name: event.title }).click();
      await expect(page.getByText("No day to claim yet")).toBeVisible();

      await confirm(event, member);
      await page.goto("/events");
      await expect(listed).toContainText("0 of 2 days entered");
      await listed.getByRole("link", { name: /^Enter Credits/ }).click();
      await expect(pencil(page, first)).toBeVisible();
      await expect(pencil(page, third)).toBeVisible();
      await expect(page.getByRole("button", { name: /^Edit credits/ })).toHaveCount(2);
    });

    test("a day added onsite waits beside the others, which can be claimed meanwhile", async ({
      context,
      page,
    }) => {
      const member = await anAccount({ password: null, professionName: "MD" });
      const event = await aRecentEvent();
      const [, , third] = daysOf(event);
      const { id } = await aPlace(member, { ...event, days: event.days.slice(0, 2) });
      await signIn(context, member);
      await page.goto("/events");
      await page.getByRole("link", { name: "My days changed onsite" }).click();
      await page.getByLabel("Event").selectOption(event.title);
      await page.getByRole("button", { name: "Choose event" }).click();
      await expect(page.getByRole("checkbox")).toHaveCount(1);
      await page.getByRole("checkbox", { name: formatDay(third) }).check();
      await page.getByRole("button", { name: "My days changed onsite" }).click();
      const listed = page.getByRole("row").filter({ hasText: event.title });
      await expect(listed).toContainText("0 of 2 days entered");
      await expect(listed).toContainText("may take until");
      const declared = { registrationId: id, confirmedAt: null };
      expect(await db.registrationDay.count({ where: declared })).toBe(1);

      await confirm(event, member);
      await listed.getByRole("link", { name: /^Enter Credits/ }).click();
      await expect(pencil(page, third)).toBeVisible();
    });
  });
}
