import { addDays } from "date-fns";
import { v7 as newId } from "uuid";
import { type Day, todayIn } from "@/lib/calendar";
import { db } from "@/lib/db";
import { saveForm, sendForm } from "@/lib/reporting-forms/commands";
import { saveFormSchema } from "@/lib/reporting-forms/schema";
import { OTHER_PROVIDER } from "@/lib/reports/rules";
import { returnForm, signForm } from "@/lib/signatures/commands";
import { SETTINGS } from "./association";
import { findMemberActor, findStaffActor } from "./people";
import { dayOfYear } from "./posts";
import { PROPERTY } from "./record";

type Told = {
  member: string;
  title: string;
  category: "Expo class" | "Committee" | "Volunteering";
  /** Of the year so far: 0 is its first day, 1 is today. */
  part: number;
  starts: string;
  ends: string;
};

const OFFICER = "officer@example.org";

/** Some days ago, or now where that was before what it is about: in January the year is young. */
function since(day: Day, daysAgo: number, now: Date): Date {
  const then = addDays(now, -daysAgo);
  return todayIn(SETTINGS.timeZone, then) < day ? now : then;
}

/** Reporting forms: one waits for the local office, one came back from it, and two are signed. */
export async function makeForms(today: Day, now: Date) {
  const { deShawn, olivia } = PROPERTY;
  const expo = { category: "Expo class", starts: "09:00", ends: "11:00" } as const;
  await sent({ ...expo, member: deShawn, title: "Expo: Smart Buildings", part: 0.8 }, today, now);
  const evening = { category: "Committee", starts: "17:00", ends: "18:30" } as const;
  const committee = { ...evening, member: deShawn, title: "Education Committee", part: 0.6 };
  await sentBack(committee, today, now);
  const morning = { ...expo, ends: "10:00", member: olivia };
  await signed({ ...morning, title: "Expo: Insurance Basics", part: 0.8 }, today, now);
  const fair = { ...evening, category: "Volunteering", ends: "18:00", member: olivia } as const;
  await signed({ ...fair, title: "Career Fair for Students", part: 0.7 }, today, now);
}

async function sent(told: Told, today: Day, now: Date) {
  const earnedOn = dayOfYear(today, told.part);
  const actor = await findMemberActor(told.member);
  const { memberId } = actor;
  const where = { memberId, title: told.title };
  const find = () =>
    db.reportingForm.findFirst({
      where,
      select: { id: true, version: true, sentAt: true, returnedAt: true, signatures: true },
    });
  if (!(await find())) {
    const { member: _, part: __, ...said } = told;
    const place = { provider: OTHER_PROVIDER, providerOther: "State Apartment Expo" };
    const fields = { formId: newId(), version: 0, earnedOn };
    const form = saveFormSchema.parse({ ...fields, ...said, ...place, breakMinutes: "" });
    await saveForm(actor, form, since(earnedOn, 6, now));
  }
  const saved = await find();
  if (!saved) throw new Error(`${told.title} was not saved.`);
  const isOut = saved.sentAt || saved.returnedAt || saved.signatures.length > 0;
  if (isOut) return { formId: saved.id, version: saved.version, isDone: !saved.sentAt };
  await sendForm(actor, { formId: saved.id, version: saved.version }, since(earnedOn, 5, now));
  return { formId: saved.id, version: saved.version + 1, isDone: false };
}

async function sentBack(told: Told, today: Day, now: Date) {
  const { isDone, ...form } = await sent(told, today, now);
  if (isDone) return;
  const note = "The committee met until 18:00 that day. Please correct the end and send it again.";
  const at = since(dayOfYear(today, told.part), 4, now);
  await returnForm(await findStaffActor(OFFICER), { ...form, note }, at);
}

async function signed(told: Told, today: Day, now: Date) {
  const { isDone, ...form } = await sent(told, today, now);
  if (isDone) return;
  const name = { name: "Robin Officer", attested: "on" } as const;
  const at = since(dayOfYear(today, told.part), 4, now);
  await signForm(await findStaffActor(OFFICER), { ...form, ...name }, at);
}
