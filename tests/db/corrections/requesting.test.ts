import { describe, expect, test } from "vitest";
import { requestCorrection } from "@/lib/correction-requests/commands";
import { requestCorrectionSchema } from "@/lib/correction-requests/schema";
import { db } from "@/lib/db";
import { aClaim, claimOf, type TestClaim } from "@/tests/support/a-claim";
import { NOW } from "@/tests/support/a-row";
import { trailOf } from "@/tests/support/a-trail";

const MESSAGE = "Day 1 was 7.00, I stayed for the evening session.";

const request = (claim: TestClaim) =>
  requestCorrection(claim.actor, { registrationId: claim.id, message: MESSAGE }, NOW);

describe("a request for a correction", () => {
  test("is kept, shown to its member, and mailed to the contact address", async () => {
    const claim = await aClaim({ credits: [650], submitted: true });
    await request(claim);
    expect((await claimOf(claim)).requests).toMatchObject([{ message: MESSAGE, requestedAt: NOW }]);
    const mails = await db.message.findMany({ where: { kind: "correction_requested" } });
    const mail = mails.find(({ text }) => text.includes(claim.event.code));
    expect(mail).toMatchObject({ toAddress: "credits@example.org", memberId: null });
    expect(mail?.text).toContain(MESSAGE);
    expect(mail?.text).toContain(claim.member.memberNumber);
  });

  test("is in the audit log, where what was written can be erased", async () => {
    const claim = await aClaim({ credits: [650], submitted: true });
    await request(claim);
    const { entries } = await trailOf(claim.id, claim.member.id);
    const entry = entries.at(-1);
    expect(entry).toMatchObject({ act: "requested a correction", actorId: claim.member.id });
    expect(JSON.stringify(entry?.facts)).not.toContain(MESSAGE);
    const values = await db.auditValue.findMany({ where: { entryId: entry?.id ?? "" } });
    expect(values).toMatchObject([{ name: "message", value: MESSAGE }]);
  });

  test("changes nothing that is locked", async () => {
    const claim = await aClaim({ credits: [650], submitted: true });
    const { rows, certificate } = await claimOf(claim);
    await request(claim);
    expect(await claimOf(claim)).toMatchObject({ rows, certificate });
  });

  test("is refused while nothing is locked: the member can still change it", async () => {
    const claim = await aClaim({ credits: [650] });
    await expect(request(claim)).rejects.toMatchObject({
      kind: "invalid",
      field: "message",
      message: "Nothing is locked yet: change the amounts yourself.",
    });
    expect((await claimOf(claim)).requests).toEqual([]);
  });

  test.each(["", " \n ", "x".repeat(2001)])("needs words, and not too many (%#)", (message) => {
    const registrationId = "0198f4a0-0000-7000-8000-000000000000";
    expect(requestCorrectionSchema.safeParse({ registrationId, message }).success).toBe(false);
  });
});
