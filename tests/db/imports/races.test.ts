import { describe, expect, test } from "vitest";
import { signIn, startSession } from "@/lib/accounts/commands";
import { hashPassword } from "@/lib/accounts/password";
import { findSession } from "@/lib/accounts/queries";
import { sealAudit } from "@/lib/audit/commands";
import { lockClaim } from "@/lib/claims/lock";
import { db, type Tx } from "@/lib/db";
import { aClaim, creditsOf, save } from "@/tests/support/a-claim";
import { actorOf, anAddress, PASSWORD } from "@/tests/support/accounts";
import {
  anEventAndMember,
  anImportedMember,
  aWord,
  eventDaysFile,
  eventsFile,
  importText,
  membersFile,
  NOW,
  registrationsFile,
} from "@/tests/support/imports";
import { whileItWaits } from "@/tests/support/while-it-waits";

const ALL = "2026-05-10;2026-05-11;2026-05-12";
const TWO = "2026-05-10;2026-05-11";

async function aPlace() {
  const there = await anEventAndMember();
  const number = aWord();
  const file = (days: string) =>
    registrationsFile({
      registration_number: number,
      event_code: there.code,
      member_number: there.number,
      days,
    });
  return { ...there, number, file };
}

/** The claim's days with what was entered, under its lock as a member's own commands take it. */
async function enter(tx: Tx, { member, days }: Awaited<ReturnType<typeof aPlace>>, id: string) {
  await lockClaim(tx, actorOf(member), id);
  const entered = days.map((eventDayId) => ({ eventDayId, credits: 100, savedAt: NOW }));
  await tx.claimDay.createMany({ data: entered.map((day) => ({ registrationId: id, ...day })) });
}

const entryOf = (subjectId: string) =>
  db.auditEntry.findFirstOrThrow({ where: { subjectId, act: "changed by import" } });

const claimOf = (registrationId: string) =>
  db.claimDay.findMany({
    where: { registrationId },
    orderBy: { registrationDay: { eventDay: { day: "asc" } } },
  });

test("two imports at once take turns: the rows of one file are added once", async () => {
  const numbers = Array.from({ length: 200 }, aWord);
  const file = membersFile(...numbers.map((member_number) => ({ member_number })));
  const outcomes = await Promise.all([importText("members", file), importText("members", file)]);
  expect(outcomes.map(({ added }) => added).sort()).toEqual([0, 200]);
});

test("an import under way does not hold up the seal", async () => {
  const file = membersFile({ member_number: aWord(), email: "nobody" });
  const sealed: Awaited<ReturnType<typeof sealAudit>>[] = [];
  const { refusals } = await importText("members", file, {
    meanwhile: async () => sealed.push(await sealAudit("recent")),
  });
  expect([refusals, sealed.length]).toEqual([1, 1]);
});

test("a member whom an import changes signs in and claims meanwhile", async () => {
  const claim = await aClaim();
  const { id, email } = claim.member;
  const number = aWord();
  const passwordHash = await hashPassword(PASSWORD);
  await db.member.update({ where: { id }, data: { memberNumber: number, passwordHash } });
  // Of a profession that nobody had yet the import makes a remark, once its rows are written.
  const row = { member_number: number, email, last_name: "New", profession: aWord() };
  const { changed } = await importText("members", membersFile(row), {
    meanwhile: async () => {
      await signIn({ login: email, password: PASSWORD, address: anAddress() }, NOW);
      await save(claim, 1, 700);
    },
  });
  expect([changed, await creditsOf(claim)]).toEqual([1, [650, 700]]);
});

test("a session opened while an import changes its member's address is ended", async () => {
  const { number, member } = await anImportedMember();
  let token = "";
  await whileItWaits(
    async (tx) => {
      // As a sign-in that has just looked at the password.
      await tx.$queryRaw`SELECT 1 FROM members WHERE id = ${member.id}::uuid FOR KEY SHARE`;
      token = (await startSession(tx, member.id, NOW)).token;
    },
    () =>
      importText(
        "members",
        membersFile({ member_number: number, email: `${aWord()}@example.org` }),
      ),
  );
  expect(await findSession(token, NOW)).toBeNull();
});

test("an event that moves to another zone while it gets a day has all its days end there", async () => {
  for (let round = 0; round < 5; round += 1) {
    const { code } = await anEventAndMember();
    await Promise.all([
      importText("event-days", eventDaysFile({ event_code: code, day: "2026-05-13" })),
      importText("events", eventsFile({ event_code: code, time_zone: "Asia/Tokyo" })),
    ]);
    const event = await db.event.findFirstOrThrow({ where: { code }, include: { days: true } });
    const hours = event.days.map(({ endsAt }) => endsAt.toISOString().slice(11, 16));
    expect(hours).toEqual(["08:00", "08:00", "08:00", "08:00"]);
    expect(event.endsAt).toEqual(new Date("2026-05-13T08:00:00Z"));
  }
});

describe("a file drops a day", () => {
  test("whose credits are just being saved: they stay in the history", async () => {
    const place = await aPlace();
    await importText("registrations", place.file(ALL));
    const { id } = await db.registration.findFirstOrThrow({ where: { number: place.number } });
    const outcome = await whileItWaits(
      (tx) => enter(tx, place, id),
      () => importText("registrations", place.file(TWO)),
    );
    expect(outcome).toMatchObject({ refusals: 0, changed: 1 });
    expect((await claimOf(id)).map(({ credits }) => credits)).toEqual([100, 100, null]);
    expect((await entryOf(id)).facts).toMatchObject({
      days: [{ day: "2026-05-12", credits: 100, locked: false }],
    });
  });

  test("that is just being locked: it stays as it was submitted", async () => {
    const place = await aPlace();
    await importText("registrations", place.file(ALL));
    const { id } = await db.registration.findFirstOrThrow({ where: { number: place.number } });
    await whileItWaits(
      async (tx) => {
        await enter(tx, place, id);
        const submission = {
          registrationId: id,
          number: 1,
          attestation: "I do.",
          submittedAt: NOW,
        };
        const { id: submissionId } = await tx.submission.create({ data: submission });
        await tx.claimDay.updateMany({ where: { registrationId: id }, data: { submissionId } });
      },
      () => importText("registrations", place.file(TWO)),
    );
    expect((await claimOf(id)).map(({ credits }) => credits)).toEqual([100, 100, 100]);
    expect((await entryOf(id)).facts).toMatchObject({ days: [{ credits: 100, locked: true }] });
  });
});

test("a place that its member is just declaring is taken over", async () => {
  const place = await aPlace();
  const { event, member, days } = place;
  const outcome = await whileItWaits(
    async (tx) => {
      await tx.registration.create({
        data: {
          eventId: event.id,
          memberId: member.id,
          source: "onsite",
          registeredAt: NOW,
          days: { create: days.slice(0, 1).map((eventDayId) => ({ eventDayId, declaredAt: NOW })) },
        },
      });
    },
    () => importText("registrations", place.file(ALL)),
  );
  expect(outcome).toMatchObject({ refusals: 0, added: 0, changed: 1 });
  const places = await db.registration.findMany({
    where: { eventId: event.id },
    include: { days: true },
  });
  expect(places).toMatchObject([{ number: place.number }]);
  expect(places[0]?.days.map(({ confirmedAt }) => confirmedAt)).toEqual([NOW, NOW, NOW]);
});

test("an e-mail address that another member is just being given is refused", async () => {
  const { member } = await anEventAndMember();
  const email = `${aWord()}@example.org`;
  const { lines } = await whileItWaits(
    async (tx) => {
      await tx.member.update({ where: { id: member.id }, data: { email } });
    },
    () => importText("members", membersFile({ member_number: aWord(), email })),
  );
  expect(lines).toEqual([`line 2, column email: ${email} belongs to another member.`]);
});

describe("what is just being removed", () => {
  test("is on its list again when a row names it", async () => {
    const [profession, office, activity_type] = [aWord(), aWord(), aWord()];
    const number = aWord();
    const member = membersFile({ member_number: number, profession, local_office: office });
    const event = eventsFile({ event_code: aWord(), activity_type });
    await db.profession.create({ data: { name: profession } });
    await db.localOffice.create({ data: { name: office } });
    await db.activityType.create({ data: { name: activity_type, formatName: "Other" } });
    const ofMember = await whileItWaits(
      async (tx) => {
        await tx.profession.delete({ where: { name: profession } });
        await tx.localOffice.delete({ where: { name: office } });
      },
      () => importText("members", member),
    );
    expect(ofMember).toMatchObject({ refusals: 0, added: 1 });
    expect(ofMember.lines.map((line) => line.replace(/ and is now.*/, ""))).toEqual([
      `line 2, column profession: ${profession} was not known`,
      `line 2, column local_office: ${office} was not known`,
    ]);
    const found = { where: { memberNumber: number }, include: { localOffice: true } };
    expect(await db.member.findFirst(found)).toMatchObject({
      professionName: profession,
      localOffice: { name: office },
    });
    const ofEvent = await whileItWaits(
      async (tx) => void (await tx.activityType.delete({ where: { name: activity_type } })),
      () => importText("events", event),
    );
    expect(ofEvent).toMatchObject({ refusals: 0, added: 1 });
    expect(await db.activityType.count({ where: { name: activity_type } })).toBe(1);
  });

  test("is refused by its line where it is an event", async () => {
    const { event, code, file } = await aPlace();
    const { refusals, lines } = await whileItWaits(
      async (tx) => {
        await tx.eventDay.deleteMany({ where: { eventId: event.id } });
        await tx.event.delete({ where: { id: event.id } });
      },
      () => importText("registrations", file(ALL)),
    );
    expect(refusals).toBeGreaterThan(0);
    expect(lines[0]).toContain(`column event_code: `);
    expect(lines[0]).toContain(code);
  });
});
