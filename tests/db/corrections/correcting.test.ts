import { describe, expect, test } from "vitest";
import { db } from "@/lib/db";
import { MACHINE } from "@/lib/members/rules";
import { creditsOf } from "@/tests/support/a-claim";
import { aLockedClaim, CORRECTED_AT, correct, REASON } from "@/tests/support/a-correction";
import { NOW } from "@/tests/support/a-row";
import { trailOf, versionsOf } from "@/tests/support/a-trail";
import { aStaffMember } from "@/tests/support/staff";

describe("a correction of a locked day", () => {
  test("is a new row that says old, new, why and who; the locked row stays", async () => {
    const [claim, staff] = await Promise.all([aLockedClaim(), aStaffMember()]);
    await correct(claim, { actor: staff });
    expect(await creditsOf(claim)).toEqual([700, 100]);
    const where = { registrationId: claim.id, eventDayId: claim.days[0] };
    expect(await db.claimDay.findFirst({ where })).toMatchObject({ credits: 650 });
    expect(await db.correction.findMany({ where })).toMatchObject([
      {
        number: 1,
        oldCredits: 650,
        newCredits: 700,
        reason: REASON,
        correctedById: staff.memberId,
        correctedAt: CORRECTED_AT,
      },
    ]);
    const { entries } = await trailOf(claim.id, claim.member.id);
    expect(entries.at(-1)).toMatchObject({
      act: "corrected a day",
      actorId: staff.memberId,
      facts: { day: "2026-04-10", from: 650, to: 700 },
    });
  });

  test("of several the latest stands", async () => {
    const claim = await aLockedClaim();
    for (const credits of [700, 25, 675]) await correct(claim, { credits });
    expect(await creditsOf(claim)).toEqual([675, 100]);
    const where = { registrationId: claim.id };
    expect(await db.correction.findMany({ where, orderBy: { number: "asc" } })).toMatchObject([
      { number: 1, oldCredits: 650, newCredits: 700 },
      { number: 2, oldCredits: 700, newCredits: 25 },
      { number: 3, oldCredits: 25, newCredits: 675 },
    ]);
  });

  test("issues version 2, which supersedes version 1; the member is told", async () => {
    const claim = await aLockedClaim();
    const answer = await correct(claim);
    const { versions, messages } = await trailOf(claim.id, claim.member.id);
    expect(versions).toMatchObject([
      { version: 1, supersededAt: CORRECTED_AT, revokedAt: null, facts: { total: 750 } },
      { version: 2, supersededAt: null, issuedAt: CORRECTED_AT, facts: { total: 800, version: 2 } },
    ]);
    const number = versions[0]?.certificateNumber;
    expect(answer).toEqual({ from: 650, to: 700, issued: { number, version: 2 } });
    expect(messages.at(-1)).toMatchObject({
      kind: "certificate_changed",
      toAddress: claim.member.email,
      text: expect.stringContaining("8.00"),
    });
  });

  test("can be made by whoever holds the machine, who has no name", async () => {
    const claim = await aLockedClaim();
    await correct(claim, { actor: MACHINE });
    expect(await db.correction.findFirst({ where: { registrationId: claim.id } })).toMatchObject({
      correctedById: null,
    });
  });
});

describe("the certificate follows the total", () => {
  test("to 0.00: it is revoked and none is active; above zero again: the next version", async () => {
    const claim = await aLockedClaim([650]);
    expect(await correct(claim, { credits: 0 })).toMatchObject({ issued: null });
    const revoked = { version: 1, revokedAt: CORRECTED_AT, supersededAt: null };
    expect(await versionsOf(claim.id)).toMatchObject([revoked]);

    await correct(claim, { credits: 25 });
    const versions = await versionsOf(claim.id);
    expect(versions).toMatchObject([
      revoked,
      { version: 2, revokedAt: null, supersededAt: null, facts: { total: 25 } },
    ]);
    expect(new Set(versions.map(({ certificateNumber }) => certificateNumber)).size).toBe(1);
  });

  test("one day to 0 while another has credits: the next version leaves the day out", async () => {
    const claim = await aLockedClaim();
    await correct(claim, { credits: 0 });
    expect(await versionsOf(claim.id)).toMatchObject([
      { supersededAt: CORRECTED_AT },
      { facts: { total: 100, dates: { first: "2026-04-11" }, days: [{ credits: 100 }] } },
    ]);
  });

  test("an all-zero claim corrected upwards gets its first version", async () => {
    const claim = await aLockedClaim([0, 0]);
    await correct(claim, { credits: 100 });
    expect(await versionsOf(claim.id)).toMatchObject([{ version: 1, facts: { total: 100 } }]);
  });
});

test("a correction is told at the time it was made, not that of the submission", async () => {
  const claim = await aLockedClaim();
  const [before] = await versionsOf(claim.id);
  await correct(claim);
  const [, after] = await versionsOf(claim.id);
  expect([before?.issuedAt, after?.issuedAt]).toEqual([NOW, CORRECTED_AT]);
});
