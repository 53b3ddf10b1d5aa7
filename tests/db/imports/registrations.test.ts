import { describe, expect, test } from "vitest";
import { saveDay, submitClaim } from "@/lib/claims/commands";
import { db } from "@/lib/db";
import { actorOf } from "@/tests/support/accounts";
import {
  anEventAndMember,
  aWord,
  importText,
  membersFile,
  NOW,
  registrationsFile,
} from "@/tests/support/imports";

const ALL = "2026-05-10;2026-05-11;2026-05-12";
const TWO = "2026-05-10;2026-05-11";

type Place = Awaited<ReturnType<typeof aPlace>>;

/** A registration for the days named, imported. */
async function aPlace(days = ALL) {
  const there = await anEventAndMember();
  const registration_number = `R${aWord()}`;
  const file = (row: Record<string, string> = {}) =>
    registrationsFile({
      registration_number,
      event_code: there.code,
      member_number: there.number,
      days,
      ...row,
    });
  expect(await importText("registrations", file())).toMatchObject({ refusals: 0, added: 1 });
  const { id } = await db.registration.findFirstOrThrow({ where: { number: registration_number } });
  return { ...there, id, registrationNumber: registration_number, file };
}

const stateOf = ({ id }: { id: string }) =>
  db.registration.findUniqueOrThrow({
    where: { id },
    include: { days: { include: { claim: true }, orderBy: { eventDay: { day: "asc" } } } },
  });

const entriesOf = (id: string) =>
  db.auditEntry.findMany({ where: { subjectId: id, act: "changed by import" } });

async function enter({ id, member, days }: Place, ...amounts: number[]) {
  for (const [nth, credits] of amounts.entries()) {
    const day = { registrationId: id, eventDayId: days[nth] ?? "", version: 0, credits };
    await saveDay(actorOf(member), day, NOW);
  }
}

async function submit({ id, member }: Place) {
  const { version } = await stateOf({ id });
  await submitClaim(actorOf(member), { registrationId: id, version, attested: "on" }, NOW);
}

describe("a file that is applied again", () => {
  test("changes nothing, and takes no lock", async () => {
    const place = await aPlace();
    const before = await stateOf(place);
    expect(await importText("registrations", place.file())).toMatchObject({ added: 0, changed: 0 });
    expect(await stateOf(place)).toEqual(before);
  });

  test("changes what it says otherwise, and the change is audited", async () => {
    const place = await aPlace();
    expect(await importText("registrations", place.file({ source: "onsite" }))).toMatchObject({
      changed: 1,
    });
    expect(await stateOf(place)).toMatchObject({ source: "onsite", version: 1 });
    expect(await entriesOf(place.id)).toMatchObject([
      { facts: { source: { from: "online", to: "onsite" }, days: [] } },
    ]);
  });
});

describe("a day that the file drops", () => {
  test("leaves an open claim; its amount stays in the history", async () => {
    const place = await aPlace();
    await enter(place, 650, 700, 125);
    await importText("registrations", place.file({ days: TWO }));
    const { days, version } = await stateOf(place);
    expect(days.map(({ withdrawnAt }) => withdrawnAt)).toEqual([null, null, NOW]);
    expect(days.map(({ claim }) => claim?.credits)).toEqual([650, 700, null]);
    expect(version).toBe(4);
    expect(await entriesOf(place.id)).toMatchObject([
      {
        facts: {
          days: [{ day: "2026-05-12", change: "withdrawn", credits: 125, locked: false }],
        },
      },
    ]);
  });

  test("stays as it is when it was locked, and is left to staff", async () => {
    const place = await aPlace();
    await enter(place, 650, 700, 125);
    await submit(place);
    await importText("registrations", place.file({ days: TWO }));
    const { days } = await stateOf(place);
    expect(days.map(({ withdrawnAt, claim }) => [withdrawnAt, claim?.credits])).toEqual([
      [null, 650],
      [null, 700],
      [NOW, 125],
    ]);
    expect(await entriesOf(place.id)).toMatchObject([{ facts: { days: [{ locked: true }] } }]);
  });

  test("comes back when a later file names it again, to be entered anew", async () => {
    const place = await aPlace();
    await enter(place, 650, 700, 125);
    await importText("registrations", place.file({ days: TWO }));
    expect(await importText("registrations", place.file())).toMatchObject({ changed: 1 });
    const { days } = await stateOf(place);
    expect(days[2]).toMatchObject({ withdrawnAt: null, claim: { credits: null } });
  });

  test("an empty cell drops them all, but a new registration names a day", async () => {
    const place = await aPlace();
    await importText("registrations", place.file({ days: "" }));
    const { days } = await stateOf(place);
    expect(days.map(({ withdrawnAt }) => withdrawnAt)).toEqual([NOW, NOW, NOW]);
    const member_number = `M${aWord()}`;
    await importText("members", membersFile({ member_number }));
    const fresh = { registration_number: aWord(), event_code: place.code, member_number, days: "" };
    expect((await importText("registrations", registrationsFile(fresh))).lines).toEqual([
      "line 2, column days: A new registration names at least one day.",
    ]);
  });
});

test("a day that the file adds is open and confirmed, beside days that are locked", async () => {
  const place = await aPlace(TWO);
  await enter(place, 650, 700);
  await submit(place);
  await importText("registrations", place.file({ days: ALL }));
  const { days } = await stateOf(place);
  expect(days[2]).toMatchObject({ confirmedAt: NOW, withdrawnAt: null, claim: null });
});

describe("a registration that the member declared onsite", () => {
  const declared = new Date("2026-05-10T13:00:00Z");

  async function aDeclaration() {
    const there = await anEventAndMember();
    const { id } = await db.registration.create({
      data: {
        eventId: there.event.id,
        memberId: there.member.id,
        source: "onsite",
        registeredAt: declared,
        days: {
          create: there.days
            .slice(0, 2)
            .map((eventDayId) => ({ eventDayId, declaredAt: declared })),
        },
      },
    });
    return { ...there, id };
  }

  test("is taken over: it gets the number, the days named are confirmed, the others withdrawn", async () => {
    const { id, code, number } = await aDeclaration();
    const registration_number = aWord();
    const days = "2026-05-11;2026-05-12";
    const row = { registration_number, event_code: code, member_number: number, days };
    expect(await importText("registrations", registrationsFile(row))).toMatchObject({
      added: 0,
      changed: 1,
    });
    const taken = await stateOf({ id });
    expect(taken).toMatchObject({ number: registration_number, source: "online", version: 1 });
    expect(taken.days).toMatchObject([
      { declaredAt: declared, confirmedAt: null, withdrawnAt: NOW },
      { declaredAt: declared, confirmedAt: NOW, withdrawnAt: null },
      { declaredAt: null, confirmedAt: NOW, withdrawnAt: null },
    ]);
    expect(await entriesOf(id)).toMatchObject([
      { facts: { number: { from: null, to: registration_number } } },
    ]);
  });
});

describe("a number", () => {
  test("never changes its owner, and a registration never its number", async () => {
    const place = await aPlace();
    const other = `M${aWord()}`;
    await importText("members", membersFile({ member_number: other }));
    const owner = await importText("registrations", place.file({ member_number: other }));
    expect(owner.lines).toEqual([
      expect.stringMatching(
        "^line 2, column registration_number: .* never changes its owner\\. Give this one another number\\.$",
      ),
    ]);
    const number = place.file({ registration_number: aWord() });
    expect((await importText("registrations", number)).lines).toEqual([
      `line 2, column registration_number: This member is already registered for ${place.code}, as ${place.registrationNumber}. Use that number.`,
    ]);
  });

  test("compares as identifiers do", async () => {
    const place = await aPlace();
    const written = place.file({ registration_number: place.registrationNumber.toLowerCase() });
    expect(await importText("registrations", written)).toMatchObject({ refusals: 0, changed: 0 });
  });

  test("stands once in a file, and so does a member's place at an event", async () => {
    const { code, number } = await anEventAndMember();
    const row = { event_code: code, member_number: number, days: ALL };
    const [first, second] = [aWord(), aWord()];
    const file = registrationsFile(
      { registration_number: first, ...row },
      { registration_number: second, ...row },
      { registration_number: first, ...row, event_code: aWord() },
    );
    expect(
      (await importText("registrations", file)).lines.map((line) => line.split(": ")[0]),
    ).toEqual([
      "line 3, column member_number",
      "line 4, column registration_number",
      "line 4, column event_code",
    ]);
  });
});
