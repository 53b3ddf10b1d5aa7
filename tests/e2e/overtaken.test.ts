import { randomUUID } from "node:crypto";
import type { Page } from "@playwright/test";
import { recordAudit } from "@/lib/audit/commands";
import { db } from "@/lib/db";
import { MACHINE } from "@/lib/members/rules";
import { aClaim } from "@/tests/support/a-claim";
import { aPaidPayment } from "@/tests/support/a-payment";
import { aPlace } from "@/tests/support/a-place";
import { aRequest } from "@/tests/support/a-request";
import { anAccount } from "@/tests/support/accounts";
import { anEntry } from "@/tests/support/an-entry";
import { anEvent } from "@/tests/support/an-event";
import { anIssuedCertificate } from "@/tests/support/an-issued-certificate";
import { expectAccessible } from "@/tests/support/look";
import { expect, test } from "@/tests/support/visits";

async function aHolder(role: "staff" | "administrator") {
  const holder = await anAccount({ password: null });
  const grant = { memberId: holder.id, role, grantedAt: new Date() };
  await db.roleGrant.create({ data: grant });
  return holder;
}

/** A refusal that stays where its form was, with what was typed for nothing. */
async function expectToldInVain(page: Page, refusal: RegExp, typed: string) {
  await expect(page.getByRole("alert").getByText(refusal)).toBeVisible();
  await expect(page.getByRole("blockquote").getByText(typed)).toBeVisible();
}

for (const javaScript of [true, false]) {
  test(`who returns an entry that a colleague accepted reads so and keeps the note, ${javaScript ? "with" : "without"} JavaScript`, async ({
    visit,
  }) => {
    const entry = await anEntry(await anAccount({ password: null }), { accepted: false });
    const page = await visit(await aHolder("staff"), { javaScript });
    await page.goto(`/admin/review/${entry.id}`);
    await page.getByLabel("Note to the member").fill("Page 2 of the proof is missing.");
    await db.creditEntry.update({ where: { id: entry.id }, data: { acceptedAt: new Date() } });
    await page.getByRole("button", { name: "Return with the note" }).click();
    const refusal = /A colleague decided meanwhile: this entry is accepted/;
    await expectToldInVain(page, refusal, "Page 2 of the proof is missing.");
    await expect(page.getByRole("button", { name: "Accept" })).toBeHidden();
    if (javaScript) await expectAccessible(page);
  });
}

test("a request that a colleague declined takes neither a decision nor a note, and keeps both readable", async ({
  visit,
}) => {
  const { claim } = await anIssuedCertificate();
  const id = await aRequest(claim);
  const staff = await aHolder("staff");
  const [first, second, third] = [await visit(staff), await visit(staff), await visit(staff)];
  for (const page of [first, second, third]) await page.goto(`/admin/corrections/${id}`);
  for (const page of [first, second]) await page.getByText("Decline…").click();
  await second.getByLabel("Why it is declined").fill("The sheet says 6.50.");
  await third.getByLabel("Add a note").fill("Which session was it?");
  await first.getByLabel("Why it is declined").fill("No.");
  await first.getByRole("button", { name: "Decline the request" }).click();
  await expect(first.getByText(/declined this request on/).first()).toBeVisible();
  await second.getByRole("button", { name: "Decline the request" }).click();
  await expectToldInVain(second, /There is nothing left to decide/, "The sheet says 6.50.");
  await third.getByRole("button", { name: "Send note" }).click();
  await expectToldInVain(third, /Its thread is closed/, "Which session was it?");
});

test("a second factor is removed once, and whoever comes second keeps the reason", async ({
  visit,
}) => {
  const member = await anAccount({ password: null });
  const { id: memberId } = member;
  const now = new Date();
  const factor = {
    memberId,
    sealedSecret: "sealed",
    createdAt: now,
    confirmedAt: now,
    lastStep: 1,
  };
  await db.secondFactor.create({ data: factor });
  const [first, second] = [
    await visit(await aHolder("administrator")),
    await visit(await aHolder("administrator")),
  ];
  for (const page of [first, second]) {
    await page.goto(`/admin/members/${memberId}`);
    const removal = page.locator("form").filter({ hasText: "Remove the second factor" });
    await removal.getByLabel("Reason").fill("The phone was stolen.");
  }
  const button = { name: "Remove the second factor" };
  await first.getByRole("button", button).click();
  await expect(first.getByText("The second factor is removed")).toBeVisible();
  await expect(first.getByRole("button", button)).toBeHidden();
  await second.getByRole("button", button).click();
  await expectToldInVain(second, /it was removed already/, "The phone was stolen.");
});

test("a role is withdrawn once: both are told above the table that the row has left", async ({
  visit,
}) => {
  const holder = await aHolder("staff");
  const [first, second] = [
    await visit(await aHolder("administrator")),
    await visit(await aHolder("administrator")),
  ];
  for (const page of [first, second]) {
    await page.goto("/admin/roles");
    await page.getByRole("row").filter({ hasText: holder.email }).getByText("Withdraw…").click();
  }
  const withdraw = (page: Page) =>
    page.getByRole("row").filter({ hasText: holder.email }).getByRole("button").click();
  await withdraw(first);
  await expect(first.getByText("The role is withdrawn.")).toBeVisible();
  await expect(first.getByText(holder.email)).toBeHidden();
  await expectAccessible(first);
  await withdraw(second);
  await expect(second.getByText("They hold this role no more")).toBeVisible();
  await expect(second.getByText(holder.email)).toBeHidden();
});

test("declared days that are confirmed, a refund that is asked for and values that are erased say so", async ({
  visit,
}) => {
  const page = await visit(await aHolder("administrator"));
  const event = await anEvent();
  const declared = { declaredAt: new Date(), confirmedAt: null };
  const place = await aPlace(await anAccount({ password: null }), event, declared);
  await page.goto(`/admin/events/${event.id}/registrations/${place.id}`);
  await page.getByRole("button", { name: "Confirm the declared days" }).click();
  await expect(page.getByText("3 days confirmed.")).toBeVisible();
  await expect(page.getByRole("button", { name: "Confirm the declared days" })).toBeHidden();

  const { payment } = await aPaidPayment();
  await page.goto(`/admin/payments/${payment.id}`);
  await page.getByLabel("Reason for the refund").fill("Paid twice.");
  await page.getByRole("button", { name: /^Refund / }).click();
  await expect(page.getByText("The refund is requested.")).toBeVisible();
  await expect(page.getByRole("button", { name: /^Refund / })).toBeHidden();

  const subjectId = randomUUID();
  const personal = { email: "gone@example.org" };
  const told = { act: "made a staff account", subject: "member", subjectId, personal };
  await db.$transaction((tx) => recordAudit(tx, { actor: MACHINE, ...told }, new Date()));
  const { id } = await db.auditEntry.findFirstOrThrow({ where: { subjectId } });
  await page.goto(`/admin/audit/${id}`);
  await page.getByLabel("Reason").fill("They asked to be forgotten.");
  await page.getByRole("button", { name: "Erase" }).click();
  await expect(page.getByText("The personal values are erased.")).toBeVisible();
  await expect(page.getByRole("button", { name: "Erase" })).toBeHidden();
});

test("while reminders are under way a ticked box stays ticked", async ({ visit }) => {
  const { event, id: registrationId } = await aClaim();
  await aPlace(await anAccount({ password: null }), event);
  const staff = await aHolder("staff");
  const requested = { eventId: event.id, requestedById: staff.id, requestedAt: new Date() };
  const run = await db.reminderRun.create({
    data: { id: randomUUID(), ...requested, reminders: { create: { registrationId } } },
  });
  const page = await visit(staff);
  await page.goto(`/admin/events/${event.id}/unclaimed`);
  await expect(page.getByText("0 of 1 done")).toBeVisible();
  await page.getByRole("checkbox").last().check();
  const settledAt = new Date();
  await db.claimReminder.updateMany({
    where: { runId: run.id },
    data: { settledAt, outcome: "sent" },
  });
  await expect(page.getByText("1 of 1 done")).toBeVisible();
  await expect(page.getByRole("checkbox").last()).toBeChecked();
});
