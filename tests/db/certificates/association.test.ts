import { beforeAll, expect, test } from "vitest";
import { db } from "@/lib/db";
import { declareRegistration } from "@/lib/registrations/commands";
import { aClaim } from "@/tests/support/a-claim";
import { correct } from "@/tests/support/a-correction";
import { versionsOf } from "@/tests/support/a-trail";
import { actorOf, anAccount } from "@/tests/support/accounts";
import { anEvent } from "@/tests/support/an-event";

const settings = {
  associationName: "American Institute of Ultrasound in Medicine",
  timeZone: "Pacific/Kiritimati",
  paper: "Letter",
  signatoryName: "Grace Hopper",
  signatoryTitle: "President",
} as const;

beforeAll(async () => {
  await db.setting.update({ where: { id: 1 }, data: settings });
});

test("the issue date is the date in the association's zone, where it is tomorrow already", async () => {
  const claim = await aClaim({ credits: [650], submitted: true });
  const [version] = await versionsOf(claim.id);
  expect(version?.issuedAt).toEqual(new Date("2026-04-14T19:05:00Z"));
  expect(version?.facts).toMatchObject({ issuedOn: "2026-04-15" });
});

test("name, paper and signatory are the association's, as they were at issue", async () => {
  const claim = await aClaim({ credits: [650], submitted: true });
  await db.setting.update({ where: { id: 1 }, data: { paper: "A4", signatoryName: "Ada Byron" } });
  await correct(claim);
  await db.setting.update({ where: { id: 1 }, data: settings });
  const provider = settings.associationName;
  expect(await versionsOf(claim.id)).toMatchObject([
    { facts: { provider, paper: "Letter", signatory: { name: "Grace Hopper" } } },
    { facts: { provider, paper: "A4", signatory: { name: "Ada Byron", title: "President" } } },
  ]);
});

test("an event that has begun on the association's calendar can be declared", async () => {
  const event = await anEvent();
  const actor = actorOf(await anAccount({ password: null }));
  const input = { eventId: event.id, days: event.days.map(({ id }) => id) };
  // 10 April begins fourteen hours before UTC's.
  const midnight = new Date("2026-04-09T10:00:00Z");
  const early = declareRegistration(actor, input, new Date(midnight.getTime() - 1));
  await expect(early).rejects.toMatchObject({ kind: "not-found" });
  await expect(declareRegistration(actor, input, midnight)).resolves.toBeUndefined();
});
