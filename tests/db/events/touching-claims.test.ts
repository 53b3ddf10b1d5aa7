import { beforeAll, expect, test } from "vitest";
import { listExceptions } from "@/lib/claim-exceptions/queries";
import { changeDesignation } from "@/lib/designations/commands";
import { saveEventDay } from "@/lib/event-days/commands";
import { findTouched } from "@/lib/event-days/queries";
import { changeOfDay } from "@/lib/event-days/rules";
import { changeEvent, moveZone } from "@/lib/events/commands";
import { findSetUp } from "@/lib/events/queries";
import type { MemberActor } from "@/lib/members/rules";
import { aClaim, addDay, creditsOf, save, submit } from "@/tests/support/a-claim";
import { correct } from "@/tests/support/a-correction";
import { FOR_OTHERS, FOR_PHYSICIANS } from "@/tests/support/a-designation";
import { NOW } from "@/tests/support/a-row";
import { DAYS } from "@/tests/support/an-event";
import { aStaffMember } from "@/tests/support/staff";

let staff: MemberActor;
beforeAll(async () => {
  staff = await aStaffMember();
});

/** The form of a day as it is opened, with what is typed into it. */
async function formOf(eventId: string, place: number, typed: { maximum?: number; ends?: string }) {
  const event = (await findSetUp(eventId)) ?? expect.fail("There is no such event.");
  const found = event.days[place] ?? expect.fail("There is no such day.");
  const { id: dayId, day, title, starts, ends, maximum } = found;
  const input = { eventId, version: event.version, seen: "", dayId, day, title, starts };
  const form = { ...input, ends, maximum, ...typed };
  return { event, form, touched: await findTouched(eventId, changeOfDay(event, dayId, form)) };
}

test("a lower maximum asks first, and says who is locked and whose amount no longer fits", async () => {
  const claim = await aClaim({ credits: [650, 600] });
  const { form, touched } = await formOf(claim.event.id, 0, { maximum: 600 });
  expect(touched).toMatchObject({ people: 1, locked: 0, open: 1, unfit: 1, exceptions: 0 });
  expect(touched?.named).toMatchObject([
    { name: "Ada Example", unfit: true, locked: false, over: 650 },
  ]);
  expect(await saveEventDay(staff, form, NOW)).toBe(false);
  expect((await findSetUp(claim.event.id))?.days[0]?.maximum).toBe(700);
  expect(await saveEventDay(staff, { ...form, seen: touched?.seen ?? "" }, NOW)).toBe(true);
  expect((await findSetUp(claim.event.id))?.days[0]?.maximum).toBe(600);
  await expect(submit(claim)).rejects.toThrow("The most for this day is 6.00.");
  await save(claim, 0, 600);
  await submit(claim);
  expect(await creditsOf(claim)).toEqual([600, 600]);
});

test("a locked day stands over a lower maximum, and is listed for staff", async () => {
  const claim = await aClaim({ credits: [650], submitted: true });
  const { form, touched } = await formOf(claim.event.id, 0, { maximum: 600 });
  expect(touched).toMatchObject({ people: 1, locked: 1, open: 0, unfit: 0, exceptions: 1 });
  expect(touched?.named).toMatchObject([{ locked: true, unfit: false, over: 650 }]);
  expect(await saveEventDay(staff, { ...form, seen: touched?.seen ?? "" }, NOW)).toBe(true);
  expect(await creditsOf(claim)).toEqual([650]);
  expect((await listExceptions(claim.event.id)).exceptions).toMatchObject([
    { id: claim.id, day: DAYS[0], credits: 650, maximum: 600, withdrawnAt: null },
  ]);
});

test("a locked day that still fits is named as no exception to come", async () => {
  const claim = await aClaim({ credits: [650], submitted: true });
  const { touched } = await formOf(claim.event.id, 0, { maximum: 650 });
  expect(touched).toMatchObject({ locked: 1, exceptions: 0, named: [{ over: null }] });
});

test("a locked amount is judged as it was corrected", async () => {
  const claim = await aClaim({ credits: [650], submitted: true });
  await correct(claim, { credits: 500 });
  const { touched } = await formOf(claim.event.id, 0, { maximum: 600 });
  expect(touched).toMatchObject({ locked: 1, exceptions: 0, named: [{ over: null }] });
});

test("what was confirmed is not saved when another claim came meanwhile", async () => {
  const claim = await aClaim({ credits: [650, null] });
  const { form, touched } = await formOf(claim.event.id, 0, { maximum: 600 });
  await save(claim, 1, 500);
  await save(claim, 0, 500);
  const seen = touched?.seen ?? "";
  expect(await saveEventDay(staff, { ...form, seen }, NOW)).toBe(false);
});

test("what was confirmed is not taken for another change", async () => {
  const claim = await aClaim({ credits: [650] });
  const { form, touched } = await formOf(claim.event.id, 0, { maximum: 600 });
  const seen = touched?.seen ?? "";
  expect(await saveEventDay(staff, { ...form, maximum: 500, seen }, NOW)).toBe(false);
});

test("a later end of the event touches all its claims: open ones wait for it", async () => {
  const claim = await aClaim({ credits: [650, null], event: { days: DAYS.slice(1) } });
  const { form, touched } = await formOf(claim.event.id, 1, { ends: "23:30" });
  expect(touched).toMatchObject({ people: 1, open: 1, unfit: 0 });
  expect(await saveEventDay(staff, { ...form, seen: touched?.seen ?? "" }, NOW)).toBe(true);
  const early = new Date("2026-04-13T01:00:00Z");
  await expect(save(claim, 1, 500, early)).rejects.toThrow(
    "Credits can be entered when the event has ended",
  );
});

test("a title touches nobody", async () => {
  const claim = await aClaim({ credits: [650], event: { days: DAYS.slice(2) } });
  const { form, touched } = await formOf(claim.event.id, 0, {});
  expect(touched).toBeNull();
  expect(await saveEventDay(staff, { ...form, title: "Another" }, NOW)).toBe(true);
});

test("a day added after the lock is open beside the locked one, and both are told", async () => {
  const claim = await aClaim({
    credits: [650],
    event: { days: DAYS.slice(1) },
    submitted: true,
  });
  const days = [...claim.days, await addDay(claim)];
  await save({ ...claim, days }, 1, 700);
  const { touched } = await formOf(claim.event.id, 1, { ends: "20:00", maximum: 600 });
  expect(touched).toMatchObject({ people: 1, locked: 1, open: 1, unfit: 1 });
});

test("another zone touches every claim, and asks first", async () => {
  const claim = await aClaim({ credits: [650] });
  const { event } = await formOf(claim.event.id, 0, {});
  const move = { eventId: event.id, version: event.version, timeZone: "Europe/Berlin" };
  expect(await moveZone(staff, { ...move, seen: "" }, NOW)).toBe(false);
  expect((await findSetUp(event.id))?.timeZone).toBe("America/Chicago");
  const touched = await findTouched(event.id, { timeZone: "Europe/Berlin" });
  expect(await moveZone(staff, { ...move, seen: touched?.seen ?? "" }, NOW)).toBe(true);
  expect((await findSetUp(event.id))?.timeZone).toBe("Europe/Berlin");
});

test("another maximum of a designation asks first, and touches the claims of its audience alone", async () => {
  const designations = [{ ...FOR_PHYSICIANS }, { ...FOR_OTHERS }];
  const { event } = await aClaim({ credits: [650], submitted: true, event: { designations } });
  const change = async (audience: "physicians" | "others", seen = "") => {
    const { version, ...found } = (await findSetUp(event.id)) ?? expect.fail("No such event.");
    const of = found.designations.find((each) => each.audience === audience);
    const { id = "", approvalNumber = "", statement = "" } = of ?? {};
    const about = { eventId: event.id, version, designationId: id, seen };
    return changeDesignation(staff, { ...about, maximum: 600, approvalNumber, statement }, NOW);
  };
  const maximumOf = async (audience: "physicians" | "others") =>
    (await findSetUp(event.id))?.designations.find((each) => each.audience === audience)?.maximum;
  expect(await change("others")).toBeNull();
  expect(await maximumOf("others")).toBe(600);
  const touched = await change("physicians");
  expect(touched).toMatchObject({ people: 1, locked: 1, named: [{ name: "Ada Example" }] });
  expect(await maximumOf("physicians")).not.toBe(600);
  expect(await change("physicians", touched?.seen)).toBeNull();
  expect(await maximumOf("physicians")).toBe(600);
});

test("another credit type asks first, another title does not", async () => {
  const { event } = await aClaim({ credits: [650] });
  const change = async (told: { title?: string; creditTypeName?: string }, seen = "") => {
    const found = (await findSetUp(event.id)) ?? expect.fail("No such event.");
    const { version, code, title, activityTypeName, learningFormat, place } = found;
    const { creditTypeName, accreditationStatement } = found;
    const approved = { learningFormat, creditTypeName, accreditationStatement };
    const typed = { code, title, activityTypeName, place, ...approved, ...told };
    return changeEvent(staff, { eventId: event.id, version, seen, ...typed }, NOW);
  };
  expect(await change({ title: "Another" })).toBeNull();
  const touched = await change({ creditTypeName: "CEC" });
  expect(touched).toMatchObject({ people: 1, open: 1 });
  expect((await findSetUp(event.id))?.creditTypeName).not.toBe("CEC");
  expect(await change({ creditTypeName: "CEC" }, touched?.seen)).toBeNull();
  expect((await findSetUp(event.id))?.creditTypeName).toBe("CEC");
});
