import { subHours } from "date-fns";
import { formatInstant } from "@/lib/calendar";
import { aClaim } from "@/tests/support/a-claim";
import { aPlace } from "@/tests/support/a-place";
import { anAccount } from "@/tests/support/accounts";
import { anEvent } from "@/tests/support/an-event";
import { signIn } from "@/tests/support/sign-in";
import { expect, test } from "@/tests/support/visits";

const HERE = { password: null, professionName: "MD" };

test("25 events stand on two pages, the most recent first, and each page has its address", async ({
  context,
  page,
}) => {
  const member = await anAccount(HERE);
  for (let nth = 1; nth <= 25; nth++) {
    // Every second event ends on the same day as the one before: the page breaks inside a day.
    const day = `2025-03-${String(Math.ceil(nth / 2)).padStart(2, "0")}`;
    await aPlace(member, await anEvent({ title: `Lecture ${nth}`, days: [day] }));
  }
  await signIn(context, member);
  await page.goto("/events");
  const lectures = page.getByRole("rowheader", { name: /^Lecture/ });
  await expect(lectures).toHaveCount(20);
  const newest = await lectures.allTextContents();
  expect(newest[0]).toBe("Lecture 25Chicago, Illinois");
  await expect(page.getByRole("link", { name: "Newer" })).toHaveCount(0);
  await page.getByRole("link", { name: "Older" }).click();
  await expect(lectures).toHaveCount(5);
  await expect(page.getByRole("link", { name: "Older" })).toHaveCount(0);
  const oldest = await lectures.allTextContents();
  expect(new Set([...newest, ...oldest]).size).toBe(25);
  await page.reload();
  expect(await lectures.allTextContents()).toEqual(oldest);
  await page.getByRole("link", { name: "Newer" }).click();
  await expect(lectures).toHaveCount(20);
  expect(await lectures.allTextContents()).toEqual(newest);
});

test("filters stand in the address and can be cleared", async ({ context, page }) => {
  const member = await anAccount(HERE);
  const told = { days: ["2025-12-31"] };
  await aPlace(member, await anEvent({ title: "A convention" }));
  await aPlace(member, await anEvent({ ...told, title: "An older convention" }));
  await aPlace(
    member,
    await anEvent({ ...told, title: "A course", activityTypeName: "Online course" }),
  );
  await signIn(context, member);
  await page.goto("/events");
  const titles = page.getByRole("rowheader");
  await expect(titles).toHaveCount(3);
  await page.getByLabel("Activity Type").selectOption("Live event");
  await page.getByLabel("Year").selectOption("2025");
  await page.getByRole("button", { name: "Apply Filters" }).click();
  await expect(page).toHaveURL(/\/events\?type=Live\+event&year=2025$/);
  await expect(titles).toHaveCount(1);
  await expect(titles).toContainText("An older convention");
  await page.reload();
  await expect(page.getByLabel("Activity Type")).toHaveValue("Live event");
  await expect(page.getByLabel("Year")).toHaveValue("2025");
  await page.getByRole("link", { name: "Clear" }).click();
  await expect(titles).toHaveCount(3);
  await expect(page.getByLabel("Activity Type")).toHaveValue("");
});

test("an address that makes no sense shows the tracker all the same", async ({ visit }) => {
  const page = await visit(await anAccount(HERE));
  for (const search of [
    "year=abc",
    "year=99999999999",
    "type=No+such+type",
    "older=2025-02-30~x",
    "older=2025-02-28~00000000-0000-0000-0000-000000000000",
    "type=a&type=b",
    "older=%00",
    "type=%00",
  ]) {
    const answer = await page.request.get(`/events?${search}`);
    expect([search, answer.status()]).toEqual([search, 200]);
  }
});

test("every event says where its claim stands", async ({ context, page }) => {
  const member = await anAccount(HERE);
  const later = { days: ["2099-04-12"], endsAt: new Date("2099-04-12T15:00:00Z") };
  const declaredAt = subHours(new Date(), 2);
  const overdue = subHours(new Date(), 73);
  await aPlace(member, await anEvent({ ...later, title: "To come", timeZone: "Europe/Berlin" }));
  await aPlace(member, await anEvent({ title: "Ended" }));
  await aPlace(member, await anEvent({ title: "Declared" }), { declaredAt, confirmedAt: null });
  await aPlace(member, await anEvent({ title: "Overdue" }), {
    declaredAt: overdue,
    confirmedAt: null,
  });
  await signIn(context, member);
  await page.goto("/events");
  const listed = (title: string) => page.getByRole("row").filter({ hasText: title });
  await expect(listed("To come")).toContainText("Opens 12 Apr 2099, 17:00 Berlin time");
  await expect(listed("Ended")).toContainText("0 of 3 days entered");
  await expect(listed("Ended").getByRole("link", { name: /^Enter Credits/ })).toBeVisible();
  const until = formatInstant(new Date(declaredAt.getTime() + 72 * 3_600_000), "America/Chicago");
  await expect(listed("Declared")).toContainText(`Registered onsite: may take until ${until}`);
  await expect(listed("Declared").getByRole("link", { name: /^Enter Credits/ })).toHaveCount(0);
  await expect(listed("Overdue")).toContainText("not confirmed yet");
  await expect(listed("Overdue").getByRole("link", { name: /@/ })).toHaveAttribute(
    "href",
    "mailto:credits@example.org",
  );
});

test("a half-entered claim counts its days and a submitted one shows its total", async ({
  visit,
}) => {
  const half = await aClaim({ credits: [650, null, 0] });
  const page = await visit(half.member);
  await page.goto("/events");
  await expect(page.getByText("2 of 3 days entered")).toBeVisible();
  const done = await aClaim({ credits: [650, 700], submitted: true });
  const other = await visit(done.member);
  await other.goto("/events");
  await expect(other.getByRole("cell", { name: "13.50" })).toBeVisible();
  await expect(other.getByRole("link", { name: /^View/ })).toBeVisible();
});

test("a member without events is told how they come", async ({ visit }) => {
  const page = await visit(await anAccount(HERE));
  await page.goto("/events");
  await expect(page.getByText("No events yet")).toBeVisible();
  await page.goto("/events?year=2019");
  await expect(page.getByText("No event matches these filters")).toBeVisible();
});

test("on a phone nothing scrolls sideways", async ({ page, context }) => {
  const claim = await aClaim({
    credits: [650, null],
    event: { title: `A long title ${"of several subjects, ".repeat(6)} Донаудампфшиффахрт` },
  });
  await signIn(context, claim.member);
  await page.setViewportSize({ width: 390, height: 844 });
  for (const path of [
    "/events",
    `/events/${claim.id}/claim`,
    `/events/${claim.id}/claim?day=${claim.days[0]}`,
    `/events/${claim.id}/claim/review`,
    "/events/onsite",
    "/events/days-changed",
  ]) {
    await page.goto(path);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    const wide = await page.evaluate(() => document.documentElement.scrollWidth);
    expect([path, wide]).toEqual([path, 390]);
  }
});
