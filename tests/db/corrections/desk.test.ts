import { beforeAll, describe, expect, test } from "vitest";
import { findStandings } from "@/lib/allocations/queries";
import { reissueCertificate, revokeCertificate } from "@/lib/certificates/commands";
import { correctClaim } from "@/lib/corrections/commands";
import { findClaimDesk } from "@/lib/corrections/queries";
import { correctClaimSchema } from "@/lib/corrections/schema";
import { db } from "@/lib/db";
import type { Actor, MemberActor } from "@/lib/members/rules";
import { aCertification, shippedPrograms } from "@/tests/support/a-certification";
import { aClaim, creditsOf } from "@/tests/support/a-claim";
import { aLockedClaim, CORRECTED_AT, correct, REASON } from "@/tests/support/a-correction";
import { correctAtDesk } from "@/tests/support/a-request";
import { versionsOf } from "@/tests/support/a-trail";
import { aStaffMember, othersThanStaff } from "@/tests/support/staff";

let staff: MemberActor;
let colleague: MemberActor;

beforeAll(async () => {
  await shippedPrograms();
  [staff, colleague] = await Promise.all([aStaffMember(), aStaffMember()]);
});

const TODAY = "2026-05-02";

describe("the desk of a claim", () => {
  test("shows before saving what saving then does", async () => {
    const claim = await aLockedClaim([650, 100]);
    const cycle = { startsOn: "2024-01-01", endsOn: "2026-12-31" };
    await aCertification("ACSM-CPT", [cycle], claim.member.id);
    const typed = { [`credits-${claim.days[0]}`]: "7", [`credits-${claim.days[1]}`]: "0" };
    const desk = await findClaimDesk(claim.id, typed, CORRECTED_AT);
    const [told] = desk?.effect?.cycles ?? [];
    expect(desk?.effect?.total).toEqual([750, 700]);
    expect(desk?.effect?.certificate).toContain("version 2 is issued, version 1 is superseded");
    const before = await findStandings(claim.member.id, "active", TODAY);
    const input = { registrationId: claim.id, eventDayIds: claim.days, reason: REASON };
    await correctClaim(staff, { ...input, stood: [650, 100], credits: [700, 0] }, CORRECTED_AT);
    const after = await findStandings(claim.member.id, "active", TODAY);
    const figures = [before, after].map(({ standings: [standing] }) => standing);
    expect(told?.counted).toEqual(figures.map((each) => each?.counted));
    expect(told?.outstanding).toEqual(figures.map((each) => each?.outstanding));
    expect(await creditsOf(claim)).toEqual([700, 0]);
    expect(await versionsOf(claim.id)).toHaveLength(2);
  });

  test.each([
    ["7.25", "The most for this day is 7.00."],
    ["6.3", "Enter 6.25 or 6.50."],
    ["", "Enter the credits. Enter 0 if none were earned."],
    ["6,5", "at most two decimals"],
  ])("refuses %j and shows no effect", async (text, words) => {
    const claim = await aLockedClaim();
    const desk = await findClaimDesk(
      claim.id,
      { [`credits-${claim.days[0]}`]: text },
      CORRECTED_AT,
    );
    expect(desk?.rows[0]?.new).toMatchObject({
      typed: text,
      refusal: expect.stringContaining(words),
    });
    expect(desk?.effect).toBeNull();
  });

  test("to 0.00 the certificate is said to be revoked", async () => {
    const claim = await aLockedClaim([650]);
    const desk = await findClaimDesk(claim.id, { [`credits-${claim.days[0]}`]: "0" }, CORRECTED_AT);
    expect(desk?.effect?.certificate).toContain("version 1 is revoked");
  });
});

describe("a correction at the desk", () => {
  test("is refused above the maximum, and nothing is changed", async () => {
    const claim = await aLockedClaim();
    await expect(correctAtDesk(staff, claim, { credits: 725 })).rejects.toMatchObject({
      kind: "invalid",
      message: expect.stringContaining("The most for this day is 7.00."),
    });
    expect(await creditsOf(claim)).toEqual([650, 100]);
  });

  test("of what a colleague corrected meanwhile is told what stands", async () => {
    const claim = await aLockedClaim();
    await correct(claim, { credits: 25, actor: colleague });
    await expect(correctAtDesk(staff, claim)).rejects.toMatchObject({
      kind: "conflict",
      message: expect.stringContaining("was corrected meanwhile: it now stands at 0.25."),
    });
  });

  test("of the same day by two at once is made once; the second is told", async () => {
    const claim = await aLockedClaim();
    const outcomes = await Promise.allSettled([
      correctAtDesk(staff, claim, { credits: 700 }),
      correctAtDesk(colleague, claim, { credits: 25 }),
    ]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(await db.correction.count({ where: { registrationId: claim.id } })).toBe(1);
  });

  test("names each day once, with what stood and what it becomes", () => {
    const registrationId = "0198f4a0-0000-7000-8000-000000000000";
    const day = "0198f4a0-0000-7000-8000-000000000001";
    const input = { registrationId, eventDayIds: [day], stood: ["650"], credits: ["700"] };
    const fits = (told: object) =>
      correctClaimSchema.safeParse({ ...input, reason: REASON, ...told }).success;
    expect(fits({})).toBe(true);
    expect(fits({ stood: [] })).toBe(false);
    expect(fits({ eventDayIds: [day, day], stood: ["1", "1"], credits: ["2", "2"] })).toBe(false);
    expect(fits({ reason: " " })).toBe(false);
  });
});

describe("a certificate", () => {
  const act = { version: 1, reason: "The name was wrong." };
  const revoke = (actor: Actor, id: string, version = 1) =>
    revokeCertificate(actor, { ...act, registrationId: id, version }, CORRECTED_AT);
  const reissue = (actor: Actor, id: string, version = 1) =>
    reissueCertificate(actor, { ...act, registrationId: id, version }, CORRECTED_AT);

  test("is revoked with a reason; its member is told; reissued it gets the next version", async () => {
    const claim = await aLockedClaim();
    await revoke(staff, claim.id);
    expect(await versionsOf(claim.id)).toMatchObject([
      { version: 1, revokedAt: CORRECTED_AT, revokedReason: act.reason },
    ]);
    await db.member.update({ where: { id: claim.member.id }, data: { lastName: "Ångström" } });
    expect(await reissue(staff, claim.id)).toMatchObject({ version: 2 });
    expect(await versionsOf(claim.id)).toMatchObject([
      { version: 1, supersededAt: null },
      { version: 2, revokedAt: null, facts: { name: "Ada Ångström", total: 750 } },
    ]);
    const mails = await db.message.findMany({
      where: { memberId: claim.member.id, kind: "certificate_changed" },
      orderBy: { id: "asc" },
    });
    expect(mails.map(({ subject }) => subject)).toMatchObject([
      expect.stringContaining("was revoked"),
      expect.stringContaining("was issued again"),
    ]);
    expect(await creditsOf(claim)).toEqual([650, 100]);
  });

  test("of two who reissue it at once one is told; it is revoked once", async () => {
    const claim = await aLockedClaim();
    const both = await Promise.allSettled([reissue(staff, claim.id), reissue(colleague, claim.id)]);
    expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(await versionsOf(claim.id)).toHaveLength(2);
    await revoke(staff, claim.id, 2);
    await expect(revoke(colleague, claim.id, 2)).rejects.toMatchObject({ kind: "conflict" });
  });

  test("is not there for others than staff, nor where none was issued; nobody ends their own", async () => {
    const [claim, open] = await Promise.all([aLockedClaim(), aClaim({ credits: [650] })]);
    for (const actor of await othersThanStaff()) {
      await expect(revoke(actor, claim.id)).rejects.toMatchObject({ kind: "not-found" });
      await expect(reissue(actor, claim.id)).rejects.toMatchObject({ kind: "not-found" });
    }
    await expect(revoke(staff, open.id)).rejects.toMatchObject({ kind: "not-found" });
    const own: MemberActor = { ...claim.actor, roles: ["administrator"] };
    await expect(revoke(own, claim.id)).rejects.toMatchObject({ kind: "invalid" });
    expect(await versionsOf(claim.id)).toMatchObject([{ revokedAt: null }]);
  });
});
