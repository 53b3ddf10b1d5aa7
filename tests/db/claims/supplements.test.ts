import { describe, expect, test } from "vitest";
import { saveDay } from "@/lib/claims/commands";
import { standingOf } from "@/lib/claims/rules";
import {
  aClaim,
  addDay,
  claimOf,
  creditsOf,
  save,
  submit,
  type TestClaim,
  withdrawDay,
} from "@/tests/support/a-claim";
import { NOW } from "@/tests/support/a-row";
import { trailOf, versionsOf } from "@/tests/support/a-trail";
import { DAYS } from "@/tests/support/an-event";

const LATER = new Date("2026-05-02T08:30:00Z");

/** A submitted claim of two days, and an event with a third. */
const aSubmittedClaim = (credits = [650, 0]) =>
  aClaim({ credits, submitted: true, event: { days: DAYS } });

async function addAndSave(claim: TestClaim, credits: number) {
  const eventDayId = await addDay(claim);
  const row = { registrationId: claim.id, eventDayId, version: 0, credits };
  await saveDay(claim.actor, row, LATER);
}

describe("a day added after the claim was submitted", () => {
  test("is open, beside the locked ones", async () => {
    const claim = await aSubmittedClaim();
    await addDay(claim);
    const now = await claimOf(claim);
    expect(now.rows.map(({ submittedAt }) => submittedAt)).toEqual([NOW, NOW, null]);
    expect(standingOf(now, LATER)).toEqual({ is: "open", entered: 2, days: 3, submitted: 650 });
    await expect(submit(claim, LATER)).rejects.toMatchObject({
      message: expect.stringContaining("Sun 12 Apr 2026"),
    });
  });

  test("goes in the next submission; the next certificate version shows all days", async () => {
    const claim = await aSubmittedClaim();
    await addAndSave(claim, 100);
    await submit(claim, LATER);
    const { rows } = await claimOf(claim);
    expect(rows.map(({ submittedAt }) => submittedAt)).toEqual([NOW, NOW, LATER]);
    const { submissions, versions } = await trailOf(claim.id, claim.member.id);
    expect(submissions.map(({ number, submittedAt }) => [number, submittedAt])).toEqual([
      [1, NOW],
      [2, LATER],
    ]);
    const [first, second] = versions;
    expect(first).toMatchObject({ version: 1, supersededAt: LATER, facts: { total: 650 } });
    expect(second).toMatchObject({
      certificateNumber: first?.certificateNumber,
      version: 2,
      submissionId: submissions[1]?.id,
      supersededAt: null,
      facts: {
        version: 2,
        total: 750,
        dates: { first: "2026-04-10", last: "2026-04-12" },
        days: [
          { day: "2026-04-10", credits: 650 },
          { day: "2026-04-12", credits: 100 },
        ],
      },
    });
  });

  test("of zero makes the next version all the same", async () => {
    const claim = await aSubmittedClaim();
    await addAndSave(claim, 0);
    await submit(claim, LATER);
    expect(await versionsOf(claim.id)).toMatchObject([
      { version: 1, supersededAt: LATER },
      { version: 2, facts: { total: 650 } },
    ]);
  });

  test("to an all-zero claim issues its first certificate", async () => {
    const claim = await aSubmittedClaim([0, 0]);
    expect(await versionsOf(claim.id)).toEqual([]);
    await addAndSave(claim, 100);
    await submit(claim, LATER);
    expect(await versionsOf(claim.id)).toMatchObject([{ version: 1, facts: { total: 100 } }]);
  });
});

describe("a withdrawn day", () => {
  test("leaves the claim while open, and is not asked for", async () => {
    const claim = await aClaim({ credits: [650, null] });
    await withdrawDay(claim, 1);
    await submit(claim);
    expect(await creditsOf(claim)).toEqual([650]);
  });

  test("that had an amount is not claimed, and is on no certificate", async () => {
    const claim = await aClaim({ credits: [650, 700] });
    await withdrawDay(claim, 1);
    await submit(claim);
    expect(await versionsOf(claim.id)).toMatchObject([
      { facts: { total: 650, days: [{ day: "2026-04-10" }] } },
    ]);
  });

  test("stays when it was locked: nothing is lowered", async () => {
    const claim = await aSubmittedClaim([650, 100]);
    await withdrawDay(claim, 1);
    expect(await creditsOf(claim)).toEqual([650, 100]);
    expect(await versionsOf(claim.id)).toMatchObject([{ supersededAt: null, revokedAt: null }]);
  });

  test("that was locked is still on the next version of the certificate", async () => {
    const claim = await aSubmittedClaim([650, 100]);
    await withdrawDay(claim, 1);
    await addAndSave(claim, 25);
    await submit(claim, LATER);
    expect(await versionsOf(claim.id)).toMatchObject([{}, { facts: { total: 775 } }]);
  });

  test("that was the last one leaves nothing to enter or submit", async () => {
    const claim = await aClaim({ credits: [650, 100] });
    await withdrawDay(claim, 0);
    await withdrawDay(claim, 1);
    await expect(submit(claim)).rejects.toMatchObject({
      message: expect.stringContaining("not registered for any day"),
    });
    await expect(save(claim, 0, 25)).rejects.toMatchObject({ kind: "not-found" });
  });
});
