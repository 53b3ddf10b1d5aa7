import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import { type Actor, MACHINE, type MemberActor } from "@/lib/members/rules";
import { declareDays, settleDeclaredDays } from "@/lib/registrations/commands";
import { findRegistrationId } from "@/lib/registrations/queries";
import { aClaim, claimOf, creditsOf, submit, type TestClaim } from "@/tests/support/a-claim";
import { NOW } from "@/tests/support/a-row";
import { everythingOf, trailOf } from "@/tests/support/a-trail";
import { DAYS } from "@/tests/support/an-event";
import { aStaffMember, othersThanStaff } from "@/tests/support/staff";

const LATER = new Date("2026-04-15T08:00:00Z");

let staff: MemberActor;

beforeAll(async () => {
  staff = await aStaffMember();
});

/** A claim of one registered day with 6.50, to which its member declared two more onsite. */
async function aWaitingClaim() {
  const claim = await aClaim({ credits: [650], event: { days: DAYS } });
  const days = claim.event.days.slice(1).map(({ id }) => id);
  await declareDays(claim.actor, { registrationId: claim.id, days }, NOW);
  return { ...claim, declared: days };
}

function settle({ id }: { id: string }, told: { remove?: boolean; actor?: Actor } = {}) {
  const { remove = false, actor = staff } = told;
  return settleDeclaredDays(actor, { registrationId: id, remove }, LATER);
}

describe("confirming what a member declared onsite", () => {
  test("makes the days claimable, and says how many", async () => {
    const claim = await aWaitingClaim();
    expect(await creditsOf(claim)).toEqual([650]);
    expect(await settle(claim)).toBe(2);
    expect(await creditsOf(claim)).toEqual([650, null, null]);
    const { entries } = await trailOf(claim.id, claim.member.id);
    expect(entries.at(-1)).toMatchObject({
      act: "confirmed declared days",
      actorId: staff.memberId,
      at: LATER,
    });
  });

  test("on a submitted claim opens them beside the locked ones", async () => {
    const claim = await aWaitingClaim();
    await submit(claim);
    await settle(claim);
    const { rows } = await claimOf(claim);
    expect(rows.map(({ submittedAt }) => submittedAt)).toEqual([NOW, null, null]);
  });

  test("removing them instead leaves the claim as it was", async () => {
    const claim = await aWaitingClaim();
    expect(await settle(claim, { remove: true })).toBe(2);
    expect(await creditsOf(claim)).toEqual([650]);
    const { days } = await everythingOf(claim.id);
    expect(days.filter(({ withdrawnAt }) => withdrawnAt)).toHaveLength(2);
  });

  test("done again, or where nothing waits, changes nothing and says none", async () => {
    const claim = await aWaitingClaim();
    await settle(claim);
    const trail = await trailOf(claim.id, claim.member.id);
    const { version } = await claimOf(claim);
    expect(await settle(claim, { remove: true })).toBe(0);
    expect((await claimOf(claim)).version).toBe(version);
    expect(await creditsOf(claim)).toEqual([650, null, null]);
    expect(await trailOf(claim.id, claim.member.id)).toEqual(trail);
  });

  test("and removing at once: one decides, the other finds nothing waiting", async () => {
    const [claim, colleague] = await Promise.all([aWaitingClaim(), aStaffMember()]);
    const counts = await Promise.all([
      settle(claim),
      settle(claim, { remove: true, actor: colleague }),
    ]);
    expect(counts.toSorted()).toEqual([0, 2]);
    expect((await trailOf(claim.id, claim.member.id)).acts).toHaveLength(2);
    expect(await creditsOf(claim)).toHaveLength(counts[0] === 2 ? 3 : 1);
  });

  test("can be done by whoever holds the machine", async () => {
    expect(await settle(await aWaitingClaim(), { actor: MACHINE })).toBe(2);
  });
});

describe("refused, and nothing is changed:", () => {
  async function expectRefused(claim: TestClaim, actor: Actor, error: object) {
    const before = await everythingOf(claim.id);
    await expect(settle(claim, { actor })).rejects.toMatchObject(error);
    expect(await everythingOf(claim.id)).toEqual(before);
  }

  test("without the role there is no such thing", async () => {
    const claim = await aWaitingClaim();
    for (const actor of [...(await othersThanStaff()), claim.actor]) {
      await expectRefused(claim, actor, { kind: "not-found" });
    }
  });

  test("one's own days", async () => {
    const claim = await aWaitingClaim();
    const actor: Actor = { ...claim.actor, roles: ["staff"] };
    const message = "Nobody decides about their own record. Ask a colleague.";
    await expectRefused(claim, actor, { kind: "invalid", message });
  });

  test("an unknown registration", async () => {
    await expect(settle({ id: randomUUID() })).rejects.toMatchObject({ kind: "not-found" });
  });
});

describe("a registration by the identifiers that staff use", () => {
  test("is found however they are written", async () => {
    const { id, event, member } = await aClaim();
    const number = member.memberNumber ?? "";
    expect(await findRegistrationId(event.code, number)).toBe(id);
    expect(await findRegistrationId(` ${event.code.toLowerCase()} `, number.toLowerCase())).toBe(
      id,
    );
  });

  test("is none for another's number, an e-mail address or an unknown event", async () => {
    const { event, member } = await aClaim();
    const other = await aClaim();
    const none = [
      [event.code, other.member.memberNumber ?? ""],
      [event.code, member.email],
      [event.code, member.username ?? ""],
      ["no such event", member.memberNumber ?? ""],
      [event.code, ""],
    ] as const;
    for (const [code, number] of none) {
      expect(await findRegistrationId(code, number)).toBeNull();
    }
  });
});
