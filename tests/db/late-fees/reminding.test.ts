import { afterEach, expect, test } from "vitest";
import type { Day } from "@/lib/calendar";
import { db } from "@/lib/db";
import { joinLateCredentials } from "@/lib/invoice-changes/commands";
import { issueInvoices } from "@/lib/invoices/commands";
import { schedules } from "@/lib/jobs/schedules";
import { remindOfLateFees } from "@/lib/late-fees/commands";
import { aCertification, shippedPrograms } from "@/tests/support/a-certification";
import { aPaidPayment } from "@/tests/support/a-payment";
import { aRenewal, breakRenewal, INVOICED_AT, INVOICED_ON } from "@/tests/support/a-renewal";
import { years } from "@/tests/unit/programs/shipped";

afterEach(async () => {
  await db.member.updateMany({ data: { retiredAt: INVOICED_AT } });
});

const on = (day: Day) => new Date(`${day}T18:00:00Z`);

/** Those after the one that came with the invoice. */
async function remindersTo(memberId: string) {
  const [, ...later] = await db.message.findMany({
    where: { memberId, kind: "renewal_due" },
    orderBy: { id: "asc" },
  });
  return later;
}

test("who has not paid is told seven days before the late fee, once, by however many", async () => {
  const { id, member } = await aRenewal("CAM");
  await remindOfLateFees(on("2027-03-24"));
  expect(await remindersTo(member.id)).toEqual([]);
  await Promise.allSettled([1, 2, 3].map(() => remindOfLateFees(on("2027-03-25"))));
  await remindOfLateFees(on("2027-03-31"));
  const [mail, ...others] = await remindersTo(member.id);
  expect(others).toEqual([]);
  expect(mail?.subject).toBe("Your renewal of CAM costs more from 1 April 2027 on");
  expect(mail?.text).toContain("pay $125.00 and bring in 8 more CECs");
  expect(mail?.text).toContain("Paid from 1 April 2027 on, it is $50.00 more");
  expect(mail?.text).toContain(`/renewals/${id}`);
});

test("who comes after a renewal that nobody can judge is told all the same", async () => {
  const broken = await aRenewal("CAM");
  await breakRenewal(broken);
  const others = [await aRenewal("CAM"), await aRenewal("CAS")];
  await expect(remindOfLateFees(on("2027-03-25"))).rejects.toMatchObject({
    errors: [{ message: expect.stringContaining("has no rules for the cycle") }],
  });
  for (const { member } of others) expect(await remindersTo(member.id)).toHaveLength(1);
  expect(await remindersTo(broken.member.id)).toEqual([]);
});

test("where the end of a cycle can't be told of, the late fee still is", async () => {
  const { member } = await aRenewal("CAM");
  const ending = { startsOn: "2024-06-01", endsOn: "2027-05-31" };
  const { memberId } = await aCertification("ACSM-CPT", [ending]);
  await issueInvoices("2027-05-01", INVOICED_AT);
  const { id } = await db.renewal.findFirstOrThrow({ where: { memberId } });
  await breakRenewal({ id, member: { id: memberId } });
  await expect(schedules["remind-of-cycles"].act(on("2027-03-25"))).rejects.toThrow(
    "remind a member of the end of a cycle",
  );
  expect(await remindersTo(member.id)).toHaveLength(1);
});

test("not once the late fee is there, nor who paid, has the fee waived or is retired", async () => {
  const late = await aRenewal("CAM");
  await remindOfLateFees(on("2027-04-01"));
  expect(await remindersTo(late.member.id)).toEqual([]);
  await db.member.update({ where: { id: late.member.id }, data: { retiredAt: INVOICED_AT } });

  const waived = await aRenewal("CAM");
  const told = { part: "fee", kind: "other", reason: "Emeritus", grantedAt: INVOICED_AT } as const;
  const grantedById = (await aRenewal("CAM")).member.id;
  await db.waiver.create({ data: { renewalId: waived.id, grantedById, ...told } });

  const paid = await aRenewal("CAPS");
  await aPaidPayment({ renewal: paid });
  await remindOfLateFees(on("2027-03-28"));
  expect(await remindersTo(waived.member.id)).toEqual([]);
  expect(await remindersTo(paid.member.id)).toEqual([]);
  expect(await remindersTo(late.member.id)).toEqual([]);
});

test("where the late fee comes with the due date, the cycle's own reminders say so", async () => {
  await shippedPrograms();
  const { memberId } = await aCertification("ACSM-CPT", [years(2024, 2026)]);
  await issueInvoices(INVOICED_ON, INVOICED_AT);
  await remindOfLateFees(on("2026-12-28"));
  expect(await remindersTo(memberId)).toEqual([]);
});

test("a credential that joins the invoice later is told of with the new sum", async () => {
  const { member } = await aRenewal("CAM");
  await aCertification("CALP", [years(2027)], member.id);
  await joinLateCredentials(INVOICED_ON, INVOICED_AT);
  const [mail, ...others] = await remindersTo(member.id);
  expect(others).toEqual([]);
  expect(mail?.subject).toBe("Your invoice for CALP and CAM has changed: $250.00");
});
