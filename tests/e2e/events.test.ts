import { randomUUID } from "node:crypto";
import { subDays, subHours } from "date-fns";
import { dayOf } from "@/lib/calendar";
import { db } from "@/lib/db";
import { aClaim } from "@/tests/support/a-claim";
import { FOR_OTHERS, FOR_PHYSICIANS } from "@/tests/support/a-designation";
import { aPlace } from "@/tests/support/a-place";
import { anAccount } from "@/tests/support/accounts";
import { anEvent } from "@/tests/support/an-event";
import { expectAccessible } from "@/tests/support/look";
import { signIn } from "@/tests/support/sign-in";
import { expect, test } from "@/tests/support/visits";

async function aCoordinator() {
  const staff = await anAccount({ password: null });
  const granted = { memberId: staff.id, role: "staff" as const, grantedAt: new Date() };
  await db.roleGrant.create({ data: granted });
  return staff;
}

/** An event of two days that ended a few hours ago, under a title that no other test uses. */
function anEndedEvent() {
  const days = [2, 1].map((ago) => dayOf(subDays(new Date(), ago)));
  return anEvent({ title: `Ended ${randomUUID()}`, days, endsAt: subHours(new Date(), 4) });
}

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? "in a browser" : "with JavaScript off", () => {
    test.use({ javaScriptEnabled });

    test("a coordinator sets up an event, and the check says what is missing", async ({
      context,
      page,
    }) => {
      const title = `Spring Course ${randomUUID()}`;
      await signIn(context, await aCoordinator());
      await page.goto("/admin/events");
      await page.getByRole("link", { name: "New event" }).click();
      await expect(page.getByRole("heading", { name: "New event" })).toBeVisible();
      await page.getByLabel("Code").fill(`S-${randomUUID()}`);
      await page.getByLabel("Title").fill(title);
      await page.getByLabel("Activity Type").selectOption("Live event");
      await page.getByLabel("Learning format").fill("live activity");
      await page.getByLabel("Credit Type").selectOption("AMA PRA Category 1");
      await page.getByLabel("Accreditation statement").fill("{sponsor} is accredited.");
      await page.getByLabel("Time zone").fill("America/Chicago");
      if (javaScriptEnabled) await expectAccessible(page);
      await page.getByRole("button", { name: "Set up the event" }).click();
      await expect(page.getByRole("heading", { name: title })).toBeVisible();
      const unfilled = page.getByText(
        "Nothing fills in {sponsor} in the accreditation statement: it is printed as it stands.",
      );
      await expect(unfilled).toContainText("filled in here are {provider}, {format}.");
      await page.getByRole("link", { name: "Change the event" }).click();
      await page.getByLabel("Accreditation statement").fill("{provider} is accredited.");
      await page.getByRole("button", { name: "Save" }).click();
      await expect(page.getByText("The event is saved.").first()).toBeVisible();
      await expect(unfilled).toBeHidden();
      await expect(page.getByText("The event has no days yet")).toBeVisible();

      await page.getByRole("link", { name: "Add a day" }).click();
      await page.getByLabel("Date").fill("2027-03-14");
      await page.getByLabel("Starts").fill("02:30");
      await page.getByLabel("Ends").fill("17:00");
      await page.getByLabel("Maximum").fill("7.1");
      await page.getByRole("button", { name: "Save" }).click();
      await expect(page.getByText(/never show 02:30/)).toBeVisible();
      await expect(page.getByText("Enter 7.00 or 7.25.")).toBeVisible();
      if (javaScriptEnabled) await expectAccessible(page);
      await page.getByLabel("Starts").fill("08:00");
      await page.getByLabel("Maximum").fill("7.25");
      await page.getByRole("button", { name: "Save" }).click();
      await expect(page.getByRole("link", { name: "Sun 14 Mar 2027" })).toBeVisible();

      await page.getByRole("link", { name: "Add a designation" }).click();
      await page.getByLabel("Maximum").fill("7");
      await page
        .getByLabel("Statement")
        .fill("{provider} designates this {format} for {maximum} AMA PRA Category 1 Credits.");
      await page.getByRole("button", { name: "Save" }).click();
      await expect(page.getByText("its maximum is 7.00, and the days come to 7.25.")).toBeVisible();
      await expect(
        page.getByText("There is no designation for others than physicians"),
      ).toBeVisible();
      if (javaScriptEnabled) await expectAccessible(page);

      await page.getByRole("link", { name: "Preview of the certificate" }).click();
      await expect(page.getByText("Alex Example, MD")).toBeVisible();
      await expect(page.getByText("for 7.00 AMA PRA Category 1 Credits")).toBeVisible();
      await page.getByRole("link", { name: "Another professional" }).click();
      await expect(page.getByText("Robin Example, RDMS")).toBeVisible();
      await expect(page.getByText("Certificate of Participation")).toBeVisible();
      if (javaScriptEnabled) await expectAccessible(page);
      const pdf = page.getByRole("link", { name: "View as PDF" });
      const answer = await page.request.get((await pdf.getAttribute("href")) ?? "");
      expect(answer.headers()["content-type"]).toBe("application/pdf");
      expect((await answer.body()).subarray(0, 5).toString()).toBe("%PDF-");
    });

    test("a lower maximum says whom it touches before it is saved", async ({ context, page }) => {
      const { event } = await aClaim({ credits: [650] });
      await signIn(context, await aCoordinator());
      await page.goto(`/admin/events/${event.id}/days/${event.days[0]?.id}`);
      await page.getByLabel("Maximum").fill("6");
      await page.getByRole("button", { name: "Save" }).click();
      await expect(page.getByText("This touches 1 claim")).toBeVisible();
      await expect(page.getByText(/Ada Example .*, over the new maximum/)).toBeVisible();
      if (javaScriptEnabled) await expectAccessible(page);
      await page.getByRole("button", { name: "Save it all the same" }).click();
      await expect(page.getByRole("row", { name: /Fri 10 Apr 2026/ })).toContainText("6.00");
    });

    test("so does another maximum of a designation, which keeps what was typed", async ({
      context,
      page,
    }) => {
      const designations = [{ ...FOR_PHYSICIANS }];
      const { event } = await aClaim({ credits: [650], event: { designations } });
      const own = await db.designation.findFirstOrThrow({ where: { eventId: event.id } });
      await signIn(context, await aCoordinator());
      await page.goto(`/admin/events/${event.id}/designations/${own.id}`);
      await page.getByLabel("Maximum").fill("5");
      await page.getByLabel("Approval number").fill("A-77");
      await page.getByRole("button", { name: "Save" }).click();
      await expect(page.getByText("This touches 1 claim")).toBeVisible();
      await expect(page.getByLabel("Maximum")).toHaveValue("5");
      expect((await db.designation.findUniqueOrThrow({ where: { id: own.id } })).maximum).toBe(
        own.maximum,
      );
      if (javaScriptEnabled) await expectAccessible(page);
      await page.getByRole("button", { name: "Save it all the same" }).click();
      await expect(page.getByText("A-77")).toBeVisible();
      expect(await db.designation.findUniqueOrThrow({ where: { id: own.id } })).toMatchObject({
        maximum: 500,
        approvalNumber: "A-77",
      });
    });

    test("an event set up by mistake is removed, one with a registration is not", async ({
      context,
      page,
    }) => {
      const title = `Mistaken ${randomUUID()}`;
      const [mistaken, used] = await Promise.all([anEvent({ title }), anEvent()]);
      await signIn(context, await aCoordinator());
      await page.goto(`/admin/events/${used.id}`);
      await page.getByText("Remove this event").click();
      await aPlace(await anAccount({ password: null }), used);
      await page.getByRole("button", { name: "Remove the event" }).click();
      const refusal = page.getByText("1 member is registered, so this event cannot be removed.");
      await expect(refusal).toBeVisible();
      await expect(page.getByText("Remove this event")).toHaveCount(0);
      if (javaScriptEnabled) await expectAccessible(page);
      await page.goto(`/admin/events/${used.id}`);
      await expect(refusal).toBeVisible();

      await page.goto(`/admin/events?q=${encodeURIComponent(title)}`);
      await page.getByRole("link", { name: title }).click();
      const button = page.getByRole("button", { name: "Remove the event" });
      await expect(page.getByText("Remove this event")).toBeVisible();
      await expect(button).toBeHidden();
      await page.getByText("Remove this event").click();
      await expect(page.getByText(/^The event leaves the list, with its days/)).toBeVisible();
      if (javaScriptEnabled) await expectAccessible(page);
      await button.click();
      await expect(page.getByRole("heading", { name: "Events", exact: true })).toBeVisible();
      await expect(page.getByText("The event is removed.").first()).toBeVisible();
      await expect(page.getByRole("link", { name: title })).toHaveCount(0);
      expect(await db.event.count({ where: { id: mistaken.id } })).toBe(0);
    });
  });
}

test("of two editors the second is told, and nothing typed is lost", async ({ context, page }) => {
  const event = await anEvent();
  await signIn(context, await aCoordinator());
  await page.goto(`/admin/events/${event.id}/change`);
  await db.event.update({ where: { id: event.id }, data: { place: "Elsewhere" } });
  await page.getByLabel("Title").fill("Mine");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText(/changed this event.* What you typed is still here/)).toBeVisible();
  await expect(page.getByLabel("Title")).toHaveValue("Mine");
});

test("a coordinator registers a member, settles what was declared onsite, and reminds", async ({
  context,
  page,
}) => {
  const [event, declared, registered] = await Promise.all([
    anEndedEvent(),
    anAccount({ password: null, professionName: "MD" }),
    anAccount({ password: null, professionName: "MD" }),
  ]);
  await aPlace(declared, event, { declaredAt: subHours(new Date(), 100), confirmedAt: null });
  await signIn(context, await aCoordinator());
  await page.goto(`/admin/events/${event.id}/registrations`);
  await expectAccessible(page);
  await page.getByRole("link", { name: "Register a member" }).click();
  await page.getByLabel("Member", { exact: true }).fill(registered.memberNumber ?? "");
  await page.getByRole("checkbox").first().check();
  await page.getByRole("button", { name: "Register" }).click();
  await expect(page.getByText("Without a number")).toBeVisible();
  await page.getByRole("button", { name: /^Add / }).click();
  await expect(page.getByRole("button", { name: /^Withdraw / })).toHaveCount(2);
  await expectAccessible(page);

  await page.goto(`/admin/events/${event.id}`);
  await page.getByRole("link", { name: "Waiting onsite (1)" }).click();
  await expect(page.getByText("longer than members are told")).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Confirm the chosen" }).click();
  await expect(page.getByText("Choose at least one member.")).toBeVisible();
  await page.getByRole("checkbox").check();
  await page.getByRole("button", { name: "Confirm the chosen" }).click();
  await expect(page.getByText(/Ada Example, Ended .*: 2 days confirmed\./)).toBeVisible();

  await page.goto(`/admin/events/${event.id}/unclaimed`);
  await expectAccessible(page);
  await page.getByRole("button", { name: "Remind all who have not claimed" }).click();
  await expect(page.getByText("2 members reminded", { exact: true })).toBeVisible({
    timeout: 60_000,
  });
  await expect(page.getByText("Reminded within seven days")).toHaveCount(2);
  const members = { in: [declared.id, registered.id] };
  const mails = { where: { kind: "claim_reminder" as const, memberId: members } };
  expect(await db.message.count(mails)).toBe(2);
  await expect(page.getByText(/^Nobody can be reminded before /)).toBeVisible();
  await expect(page.getByRole("button", { name: /^Remind / })).toHaveCount(0);
});

test("a locked day that is withdrawn is listed, and its credits stand", async ({
  context,
  page,
}) => {
  const designations = [FOR_PHYSICIANS, FOR_OTHERS].map((each) => ({ ...each }));
  const claim = await aClaim({ credits: [650], submitted: true, event: { designations } });
  await signIn(context, await aCoordinator());
  await page.goto(`/admin/events/${claim.event.id}/registrations/${claim.id}`);
  await page.getByText("Withdraw…").click();
  await page.getByRole("button", { name: /^Withdraw / }).click();
  await expect(page.getByText(/withdrawn on .*: an exception/)).toBeVisible();
  await page.goto(`/admin/events/${claim.event.id}`);
  await page.getByRole("link", { name: "Exceptions (1)" }).click();
  await expect(page.getByRole("row", { name: /Ada Example/ })).toContainText("6.50");
  await expectAccessible(page);
});

test.describe("the pages of events", () => {
  test.use({ looksForMissingPages: true });

  test("are not there for members and officers", async ({ context, page }) => {
    const { event, member, id } = await aClaim();
    await signIn(context, member);
    const own = `/admin/events/${event.id}`;
    const parts = ["", "/change", "/zone", "/days/new", "/designations/new", "/preview"];
    const places = ["/registrations", "/registrations/new", `/registrations/${id}`];
    const others = ["/preview/pdf", "/exceptions", "/unclaimed"];
    const paths = [...parts, ...places, ...others].map((part) => `${own}${part}`);
    for (const path of ["/admin/events", "/admin/events/new", "/admin/events/onsite", ...paths]) {
      expect([path, (await page.request.get(path)).status()]).toEqual([path, 404]);
    }
  });

  test("of an event that there isn't are not there", async ({ context, page }) => {
    await signIn(context, await aCoordinator());
    for (const id of [randomUUID(), "x", "%00"]) {
      expect((await page.request.get(`/admin/events/${id}`)).status()).toBe(404);
    }
  });
});
