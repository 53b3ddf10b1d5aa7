import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import { correctDaySchema } from "@/lib/corrections/schema";
import { db } from "@/lib/db";
import type { Actor } from "@/lib/members/rules";
import { aClaim, creditsOf, type TestClaim } from "@/tests/support/a-claim";
import { aLockedClaim, type Correcting, correct } from "@/tests/support/a-correction";
import { everythingOf, trailOf } from "@/tests/support/a-trail";
import { othersThanStaff } from "@/tests/support/staff";

describe("refused, and nothing is changed:", () => {
  async function expectRefused(claim: TestClaim, told: Correcting, error: object) {
    const before = await everythingOf(claim.id);
    const trail = await trailOf(claim.id, claim.member.id);
    await expect(correct(claim, told)).rejects.toMatchObject(error);
    expect(await everythingOf(claim.id)).toEqual(before);
    expect(await trailOf(claim.id, claim.member.id)).toEqual(trail);
  }

  test.each<[string, Correcting, string, string]>([
    ["above the day's maximum", { credits: 725 }, "credits", "The most for this day is 7.00."],
    ["between two quarter hours", { credits: 610 }, "credits", "Enter 6.00 or 6.25."],
    ["to the amount that stands", { credits: 650 }, "credits", "already stands at 6.50"],
    ["a day that the claim has not", { day: "2026-04-12" }, "day", "has no such day"],
  ])("%s", async (_what, told, field, words) => {
    const message = expect.stringContaining(words);
    await expectRefused(await aLockedClaim(), told, { kind: "invalid", field, message });
  });

  test("above the maximum, until the maximum is changed first", async () => {
    const claim = await aLockedClaim();
    await db.eventDay.updateMany({ where: { eventId: claim.event.id }, data: { maximum: 800 } });
    await correct(claim, { credits: 725 });
    expect(await creditsOf(claim)).toEqual([725, 100]);
  });

  test("an open day, which its member can still change", async () => {
    const message = "This day is not locked: its member can still change it.";
    await expectRefused(await aClaim({ credits: [650] }), {}, { kind: "invalid", message });
  });

  test("one's own record", async () => {
    const claim = await aLockedClaim();
    const actor: Actor = { ...claim.actor, roles: ["staff", "administrator"] };
    const message = "Nobody decides about their own record. Ask a colleague.";
    await expectRefused(claim, { actor }, { kind: "invalid", message });
  });

  test("without the role: there is no such thing, nor is there an unknown claim", async () => {
    const claim = await aLockedClaim();
    for (const actor of await othersThanStaff()) {
      await expectRefused(claim, { actor }, { kind: "not-found" });
    }
    await expectRefused(claim, { actor: claim.actor }, { kind: "not-found" });
    await expect(correct({ id: randomUUID() })).rejects.toMatchObject({ kind: "not-found" });
  });

  test.each([{ reason: " " }, { credits: "" }, { credits: "6,5" }, { day: "2025-02-30" }])(
    "%j",
    (told) => {
      const input = { registrationId: randomUUID(), day: "2026-04-10", credits: "7", reason: "R" };
      expect(correctDaySchema.safeParse(input).success).toBe(true);
      expect(correctDaySchema.safeParse({ ...input, ...told }).success).toBe(false);
    },
  );
});
