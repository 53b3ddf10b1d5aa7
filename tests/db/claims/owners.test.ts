import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import { saveDay, submitClaim } from "@/lib/claims/commands";
import { findClaim } from "@/lib/claims/queries";
import { requestCorrection } from "@/lib/correction-requests/commands";
import { db } from "@/lib/db";
import type { MemberActor } from "@/lib/members/rules";
import { declareDays } from "@/lib/registrations/commands";
import { aClaim, type TestClaim } from "@/tests/support/a-claim";
import { NOW } from "@/tests/support/a-row";
import { everythingOf, trailOf } from "@/tests/support/a-trail";
import { DAYS } from "@/tests/support/an-event";

let open: TestClaim;
let locked: TestClaim;
let other: TestClaim;

const anOpenOne = { credits: [650], event: { days: DAYS } };

beforeAll(async () => {
  open = await aClaim(anOpenOne);
  locked = await aClaim({ ...anOpenOne, submitted: true });
  other = await aClaim({ credits: [650, null] });
});

/** Every act of a member upon a claim, as the hand-made request of somebody. */
const acts: [string, (actor: MemberActor, claim: TestClaim) => Promise<unknown>][] = [
  [
    "saving a day",
    (actor, { id, days }) =>
      saveDay(
        actor,
        { registrationId: id, eventDayId: days[0] ?? "", version: 1, credits: 25 },
        NOW,
      ),
  ],
  [
    "submitting",
    (actor, { id }) => submitClaim(actor, { registrationId: id, version: 0, attested: "on" }, NOW),
  ],
  [
    "requesting a correction",
    (actor, { id }) =>
      requestCorrection(actor, { registrationId: id, message: "Day 1 was 7.00." }, NOW),
  ],
  [
    "declaring days onsite",
    (actor, { id, event }) =>
      declareDays(actor, { registrationId: id, days: [event.days[1]?.id ?? ""] }, NOW),
  ],
];

describe.each(acts)("%s", (_what, act) => {
  test("another member's claim does not exist, and nothing is changed", async () => {
    for (const claim of [open, locked]) {
      const before = await everythingOf(claim.id);
      const trail = await trailOf(claim.id, claim.member.id);
      await expect(act(other.actor, claim)).rejects.toMatchObject({ kind: "not-found" });
      expect(await everythingOf(claim.id)).toEqual(before);
      expect(await trailOf(claim.id, claim.member.id)).toEqual(trail);
    }
  });

  test("nor for staff, who have acts of their own", async () => {
    const staff: MemberActor = { ...other.actor, roles: ["staff", "administrator"] };
    await expect(act(staff, open)).rejects.toMatchObject({ kind: "not-found" });
  });

  test("an unknown claim does not exist", async () => {
    const unknown = { ...open, id: randomUUID() };
    await expect(act(open.actor, unknown)).rejects.toMatchObject({ kind: "not-found" });
  });

  test("a retired member reads, and changes nothing", async () => {
    const claims = await Promise.all([
      aClaim(anOpenOne),
      aClaim({ ...anOpenOne, submitted: true }),
    ]);
    const ids = claims.map(({ member }) => member.id);
    await db.member.updateMany({ where: { id: { in: ids } }, data: { retiredAt: NOW } });
    for (const claim of claims) {
      const before = await everythingOf(claim.id);
      await expect(act(claim.actor, claim)).rejects.toMatchObject({
        kind: "invalid",
        message: "Your membership is not active, so your record can be read but not changed.",
      });
      expect(await everythingOf(claim.id)).toEqual(before);
      expect(await findClaim(claim.member.id, claim.id)).not.toBeNull();
    }
  });
});

describe("a day that is not one of the claim's", () => {
  const saveOther = (eventDayId: string) =>
    saveDay(open.actor, { registrationId: open.id, eventDayId, version: 0, credits: 25 }, NOW);

  test.each<[string, () => string | undefined]>([
    ["of the event, but not registered", () => open.event.days[1]?.id],
    ["of another event", () => other.days[0]],
    ["that there never was", () => randomUUID()],
  ])("%s, does not exist", async (_what, day) => {
    const before = await everythingOf(open.id);
    await expect(saveOther(day() ?? "")).rejects.toMatchObject({ kind: "not-found" });
    expect(await everythingOf(open.id)).toEqual(before);
  });

  test("declared onsite, does not exist until the association confirms it", async () => {
    const claim = await aClaim(anOpenOne);
    const eventDayId = claim.event.days[1]?.id ?? "";
    const key = { registrationId: claim.id, eventDayId };
    await db.registrationDay.create({ data: { ...key, declaredAt: NOW } });
    const saveIt = () => saveDay(claim.actor, { ...key, version: 0, credits: 25 }, NOW);
    await expect(saveIt()).rejects.toMatchObject({ kind: "not-found" });
    await db.registrationDay.updateMany({ where: key, data: { confirmedAt: NOW } });
    await expect(saveIt()).resolves.toBeUndefined();
  });
});

test("another member's claim cannot be read, nor what is no id at all", async () => {
  expect(await findClaim(other.member.id, open.id)).toBeNull();
  for (const id of ["", "1", "../x", `${open.id}'`, open.id.toUpperCase()]) {
    expect(await findClaim(open.member.id, id)).toBeNull();
  }
});
