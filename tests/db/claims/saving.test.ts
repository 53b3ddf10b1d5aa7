import { describe, expect, test } from "vitest";
import { saveDay, submitClaim } from "@/lib/claims/commands";
import { totalOf } from "@/lib/claims/rules";
import {
  aClaim,
  claimOf,
  creditsOf,
  reviewed,
  save,
  type TestClaim,
  withdrawDay,
} from "@/tests/support/a-claim";
import { ENDS_AT, NOW } from "@/tests/support/a-row";
import { everythingOf, trailOf } from "@/tests/support/a-trail";

const invalid = (message: string | RegExp) => ({
  kind: "invalid",
  field: "credits",
  message: expect.stringMatching(message),
});

test("each row is saved on its own, and the total counts the saved ones", async () => {
  const claim = await aClaim({ credits: [null, null, null] });
  await save(claim, 2, 650);
  await save(claim, 0, 0);
  const { rows } = await claimOf(claim);
  expect(rows.map(({ credits }) => credits)).toEqual([0, null, 650]);
  expect(totalOf(rows)).toBe(650);
  expect((await trailOf(claim.id, claim.member.id)).entries).toMatchObject([
    { act: "saved a day", facts: { day: "2026-04-12", from: null, to: 650 } },
    { act: "saved a day", facts: { day: "2026-04-10", from: null, to: 0 } },
  ]);
});

test("a saved row can be changed, and be left blank again", async () => {
  const claim = await aClaim({ credits: [650] });
  await save(claim, 0, 25);
  expect(await creditsOf(claim)).toEqual([25]);
  await save(claim, 0, null);
  expect(await creditsOf(claim)).toEqual([null]);
});

describe("refused, and nothing is changed:", () => {
  test.each([
    ["more than the day's maximum", 725, /^The most for this day is 7\.00\.$/],
    ["an amount between two quarter hours", 610, /Enter 6\.00 or 6\.25\.$/],
  ])("%s", async (_what, credits, message) => {
    const claim = await aClaim({ credits: [650, null] });
    const before = await everythingOf(claim.id);
    await expect(save(claim, 0, credits)).rejects.toMatchObject(invalid(message));
    expect(await everythingOf(claim.id)).toEqual(before);
  });

  test("a millisecond before the event ends", async () => {
    const claim = await aClaim({ credits: [null] });
    const early = new Date(ENDS_AT.getTime() - 1);
    await expect(save(claim, 0, 650, early)).rejects.toMatchObject(
      invalid("from 12 Apr 2026, 17:00 Chicago time"),
    );
    await save(claim, 0, 650, ENDS_AT);
    expect(await creditsOf(claim)).toEqual([650]);
  });

  test("a locked day, also by a request made before it was locked", async () => {
    const claim = await aClaim({ credits: [650], submitted: true });
    const [eventDayId = ""] = claim.days;
    for (const version of [0, 1, 2]) {
      const input = { registrationId: claim.id, eventDayId, version, credits: 700 };
      await expect(saveDay(claim.actor, input, NOW)).rejects.toMatchObject(
        invalid("submitted on 14 Apr 2026, 14:05 Chicago time"),
      );
    }
    expect(await creditsOf(claim)).toEqual([650]);
  });

  test("a day that was withdrawn while open; its amount stays in the history", async () => {
    const claim = await aClaim({ credits: [650, 100] });
    await withdrawDay(claim, 1);
    await expect(save(claim, 1, 200)).rejects.toMatchObject({ kind: "not-found" });
    expect(await creditsOf(claim)).toEqual([650]);
    expect(
      (await everythingOf(claim.id)).days.map(({ claim: row }) => row?.credits).sort(),
    ).toEqual([100, 650]);
  });
});

describe("a row that another tab saved over", () => {
  /** As a tab that was opened when the day had no amount yet. */
  const saveBlank = (claim: TestClaim, credits: number, version = 0) =>
    saveDay(
      claim.actor,
      { registrationId: claim.id, eventDayId: claim.days[0] ?? "", version, credits },
      NOW,
    );

  test("is not lost: the second save is told what stands", async () => {
    const claim = await aClaim({ credits: [null] });
    await saveBlank(claim, 650);
    await expect(saveBlank(claim, 700)).rejects.toMatchObject({
      kind: "conflict",
      field: "credits",
      message:
        "Fri 10 Apr was saved in another window at 14:05 Chicago time: it now stands at 6.50. Save again to replace it.",
    });
    expect(await creditsOf(claim)).toEqual([650]);
  });

  test("takes the same amount twice, as a double click sends it, without a word", async () => {
    const claim = await aClaim({ credits: [null] });
    await saveBlank(claim, 650);
    await saveBlank(claim, 650);
    expect(await creditsOf(claim)).toEqual([650]);
    expect((await trailOf(claim.id, claim.member.id)).acts).toEqual(["saved a day"]);
  });

  test("leaves a review that is open as it is where the same amount comes twice", async () => {
    const claim = await aClaim({ credits: [null] });
    await saveBlank(claim, 650);
    const review = await reviewed(claim);
    await saveBlank(claim, 650);
    await submitClaim(claim.actor, review, NOW);
    expect((await claimOf(claim)).rows.map(({ submittedAt }) => submittedAt)).toEqual([NOW]);
  });

  test("is told to be blank where the other tab took the amount back", async () => {
    const claim = await aClaim({ credits: [650] });
    await save(claim, 0, null);
    await expect(saveBlank(claim, 700, 1)).rejects.toMatchObject({
      message: expect.stringContaining("it now stands at not entered"),
    });
  });

  test("is replaced by saving again, knowing what stands", async () => {
    const claim = await aClaim({ credits: [null] });
    await saveBlank(claim, 650);
    await saveBlank(claim, 700, 1);
    expect(await creditsOf(claim)).toEqual([700]);
  });

  test("two tabs saving at once: one is saved, the other is told", async () => {
    const claim = await aClaim({ credits: [null] });
    const saves = await Promise.allSettled([saveBlank(claim, 100), saveBlank(claim, 200)]);
    const told = saves.filter((each) => each.status === "rejected").map(({ reason }) => reason);
    expect(told).toMatchObject([{ kind: "conflict" }]);
    const [stands] = await creditsOf(claim);
    expect(told[0].message).toContain(`it now stands at ${stands === 100 ? "1.00" : "2.00"}`);
    expect((await trailOf(claim.id, claim.member.id)).acts).toEqual(["saved a day"]);
  });

  test("two tabs saving different days at once: both are saved", async () => {
    const claim = await aClaim({ credits: [null, null] });
    await Promise.all([save(claim, 0, 100), save(claim, 1, 200)]);
    expect(await creditsOf(claim)).toEqual([100, 200]);
  });
});
