import { randomUUID } from "node:crypto";
import { addDays } from "date-fns";
import { beforeAll, expect, test } from "vitest";
import { db } from "@/lib/db";
import type { MemberActor } from "@/lib/members/rules";
import { remindNext, requestReminders } from "@/lib/reminders/commands";
import { findRun, listUnclaimed } from "@/lib/reminders/queries";
import { aClaim } from "@/tests/support/a-claim";
import { aPlace } from "@/tests/support/a-place";
import { ENDS_AT, NOW } from "@/tests/support/a-row";
import { anAccount } from "@/tests/support/accounts";
import { anEvent } from "@/tests/support/an-event";
import { aStaffMember, othersThanStaff } from "@/tests/support/staff";

let staff: MemberActor;
beforeAll(async () => {
  staff = await aStaffMember();
});

const mailsOf = (memberId: string) =>
  db.message.count({ where: { memberId, kind: "claim_reminder" } });

/** Asks for reminders, all of an event's; the job is done by hand. */
async function ask(eventId: string, now = NOW, registrations: string[] = []) {
  const runId = randomUUID();
  const whom = registrations.length > 0 ? "chosen" : "all";
  await requestReminders(staff, { eventId, runId, whom, registrations }, now);
  return runId;
}

async function outcomesOf(runId: string) {
  const rows = await db.claimReminder.findMany({ where: { runId } });
  return rows.map(({ outcome }) => outcome).toSorted();
}

test("all who have not claimed get one mail each, and the run says so", async () => {
  const open = await aClaim({ credits: [650, null] });
  const done = await anAccount({ password: null });
  await aPlace(done, open.event);
  const runId = await ask(open.event.id);
  expect(await mailsOf(open.member.id)).toBe(0);
  expect(await findRun(open.event.id, runId)).toMatchObject({
    settled: 0,
    all: 2,
    finishedAt: null,
  });
  await remindNext(runId, NOW);
  expect([await mailsOf(open.member.id), await mailsOf(done.id)]).toEqual([1, 1]);
  expect(await findRun(open.event.id, runId)).toMatchObject({
    settled: 2,
    all: 2,
    finishedAt: NOW,
    outcomes: [{ outcome: "sent", members: 2 }],
  });
  const mail = await db.message.findFirstOrThrow({ where: { memberId: open.member.id } });
  expect(mail.text).toContain(`/events/${open.id}/claim`);
});

test("a job that runs again, or beside itself, sends nothing twice", async () => {
  const { event, member } = await aClaim();
  const runId = await ask(event.id);
  await Promise.all([remindNext(runId, NOW), remindNext(runId, NOW)]);
  await remindNext(runId, NOW);
  expect(await mailsOf(member.id)).toBe(1);
});

test("two of staff at once remind each member once", async () => {
  const { event, member } = await aClaim();
  const runs = await Promise.all([ask(event.id), ask(event.id)]);
  await Promise.all(runs.map((runId) => remindNext(runId, NOW)));
  expect(await mailsOf(member.id)).toBe(1);
  const outcomes = await Promise.all(runs.map(outcomesOf));
  expect(outcomes.flat().toSorted()).toEqual(["reminded", "sent"]);
});

test("nobody is reminded twice within a week, of whichever event; a week later they are", async () => {
  const { event, member } = await aClaim();
  const other = await anEvent();
  await aPlace(member, other);
  await remindNext(await ask(event.id), NOW);
  const second = await ask(other.id);
  await remindNext(second, NOW);
  expect(await outcomesOf(second)).toEqual(["reminded"]);
  const almost = new Date(addDays(NOW, 7).getTime() - 1);
  await remindNext(await ask(event.id, almost), almost);
  expect(await mailsOf(member.id)).toBe(1);
  const later = addDays(NOW, 7);
  await remindNext(await ask(event.id, later), later);
  expect(await mailsOf(member.id)).toBe(2);
});

test("of two events at once a member hears of one", async () => {
  const { event, member } = await aClaim();
  const other = await anEvent();
  await aPlace(member, other);
  const runs = await Promise.all([ask(event.id), ask(other.id)]);
  await Promise.all(runs.map((runId) => remindNext(runId, NOW)));
  expect(await mailsOf(member.id)).toBe(1);
});

test("the retired and those who switched such mails off get none", async () => {
  const event = await anEvent();
  const retired = await anAccount({ password: null, retiredAt: NOW });
  const muted = await anAccount({ password: null });
  await db.mutedMessage.create({ data: { memberId: muted.id, kind: "claim_reminder" } });
  await aPlace(retired, event);
  await aPlace(muted, event);
  const runId = await ask(event.id);
  await remindNext(runId, NOW);
  expect(await outcomesOf(runId)).toEqual(["muted", "retired"]);
  expect([await mailsOf(retired.id), await mailsOf(muted.id)]).toEqual([0, 0]);
});

test("who submitted meanwhile, or submitted all, is not reminded", async () => {
  const claim = await aClaim({ credits: [650], submitted: true });
  await expect(ask(claim.event.id)).rejects.toThrow("Nobody is left to remind.");
  const open = await aClaim();
  const runId = await ask(open.event.id);
  await db.registrationDay.updateMany({
    where: { registrationId: open.id },
    data: { withdrawnAt: NOW },
  });
  await remindNext(runId, NOW);
  expect(await outcomesOf(runId)).toEqual(["claimed"]);
  expect(await mailsOf(open.member.id)).toBe(0);
});

test("the chosen alone are reminded, and nobody of another event", async () => {
  const claim = await aClaim();
  const other = await aClaim();
  const beside = await anAccount({ password: null });
  await aPlace(beside, claim.event);
  const runId = await ask(claim.event.id, NOW, [claim.id, other.id]);
  await remindNext(runId, NOW);
  const mails = [claim.member.id, other.member.id, beside.id].map(mailsOf);
  expect(await Promise.all(mails)).toEqual([1, 0, 0]);
});

test("a form that is sent twice asks once", async () => {
  const { event, id } = await aClaim();
  const input = { eventId: event.id, runId: randomUUID(), whom: "chosen" as const };
  await requestReminders(staff, { ...input, registrations: [id] }, NOW);
  await requestReminders(staff, { ...input, registrations: [id] }, NOW);
  expect(await db.reminderRun.count({ where: { eventId: event.id } })).toBe(1);
});

test("before the end of the event, without anybody chosen or without the role nothing is asked", async () => {
  const { event } = await aClaim();
  const before = new Date(ENDS_AT.getTime() - 1);
  await expect(ask(event.id, before)).rejects.toThrow("Nobody can claim this event until");
  const input = { eventId: event.id, runId: randomUUID(), registrations: [] };
  await expect(requestReminders(staff, { ...input, whom: "chosen" }, NOW)).rejects.toThrow(
    "Choose whom to remind.",
  );
  for (const actor of await othersThanStaff()) {
    await expect(requestReminders(actor, { ...input, whom: "all" }, NOW)).rejects.toMatchObject({
      kind: "not-found",
    });
  }
  expect(await db.reminderRun.count({ where: { eventId: event.id } })).toBe(0);
});

test("the list names who has an open day, and says why somebody gets no mail", async () => {
  const event = await anEvent();
  const [open, retired] = await Promise.all([
    anAccount({ password: null }),
    anAccount({ password: null, retiredAt: NOW }),
  ]);
  await aPlace(open, event);
  await aPlace(retired, event);
  const waiting = await anAccount({ password: null });
  await aPlace(waiting, event, { declaredAt: NOW, confirmedAt: null });
  const { members } = await listUnclaimed(event.id, undefined);
  expect(members.map(({ memberId }) => memberId).toSorted()).toEqual(
    [open.id, retired.id].toSorted(),
  );
});
