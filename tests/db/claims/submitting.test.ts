import { describe, expect, test } from "vitest";
import { submitClaim } from "@/lib/claims/commands";
import { ATTESTATION, totalOf } from "@/lib/claims/rules";
import { db } from "@/lib/db";
import { aClaim, claimOf, creditsOf, reviewed, save, submit } from "@/tests/support/a-claim";
import { ENDS_AT, NOW } from "@/tests/support/a-row";
import { everythingOf, trailOf } from "@/tests/support/a-trail";

const LATER = new Date("2026-04-14T19:06:00Z");

describe("submitting", () => {
  test("locks every day, issues the certificate, leaves one entry and one mail", async () => {
    const claim = await aClaim({ credits: [650, 0] });
    await submit(claim);
    const { rows, certificate } = await claimOf(claim);
    expect(rows.map(({ submittedAt }) => submittedAt)).toEqual([NOW, NOW]);
    const trail = await trailOf(claim.id, claim.member.id);
    expect(trail.submissions).toMatchObject([
      { number: 1, attestation: ATTESTATION, submittedAt: NOW },
    ]);
    expect(trail.versions).toMatchObject([
      { certificateNumber: certificate?.number, version: 1, issuedAt: NOW, supersededAt: null },
    ]);
    expect(trail.entries).toMatchObject([
      {
        act: "submitted a claim",
        actorId: claim.member.id,
        facts: {
          submission: 1,
          total: 650,
          certificate: { number: certificate?.number, version: 1 },
        },
      },
    ]);
    expect(trail.messages).toMatchObject([
      {
        kind: "credits_submitted",
        toAddress: claim.member.email,
        text: expect.stringContaining(`http://localhost:3000/certificates/${certificate?.number}`),
      },
    ]);
  });

  test("with all days zero locks with 0.00, and no certificate of any kind is issued", async () => {
    const claim = await aClaim({ credits: [0, 0] });
    await submit(claim);
    const { rows, certificate } = await claimOf(claim);
    expect(rows.every(({ submittedAt }) => submittedAt)).toBe(true);
    expect(totalOf(rows)).toBe(0);
    expect(certificate).toBeNull();
    const { versions, messages, entries } = await trailOf(claim.id, claim.member.id);
    expect(versions).toEqual([]);
    expect(entries).toMatchObject([{ facts: { total: 0, certificate: null } }]);
    expect(messages).toMatchObject([{ text: expect.stringContaining("there is no certificate") }]);
  });

  test("queues no mail that its member switched off", async () => {
    const claim = await aClaim({ credits: [650] });
    const { id: memberId } = claim.member;
    await db.mutedMessage.create({ data: { memberId, kind: "credits_submitted" } });
    await submit(claim);
    expect((await trailOf(claim.id, memberId)).messages).toEqual([]);
  });
});

describe("refused, and nothing is locked:", () => {
  test("with a blank day, which is named; the saved rows are kept", async () => {
    const claim = await aClaim({ credits: [650, null, 0] });
    const before = await everythingOf(claim.id);
    await expect(submit(claim)).rejects.toMatchObject({
      kind: "conflict",
      message: "Enter the credits for Sat 11 Apr 2026. Enter 0 if you earned none.",
    });
    expect(await everythingOf(claim.id)).toEqual(before);
    expect(await creditsOf(claim)).toEqual([650, null, 0]);
  });

  test("with a day that was entered and then left blank again", async () => {
    const claim = await aClaim({ credits: [650, 100] });
    await save(claim, 1, null);
    await expect(submit(claim)).rejects.toMatchObject({
      message: expect.stringContaining("Sat 11 Apr 2026"),
    });
  });

  test("before the event has ended", async () => {
    const claim = await aClaim({ credits: [650] });
    const early = new Date(ENDS_AT.getTime() - 1);
    await expect(submit(claim, early)).rejects.toMatchObject({
      message: expect.stringContaining("from 12 Apr 2026, 17:00 Chicago time"),
    });
  });

  test("without a profession; with one it goes through", async () => {
    const claim = await aClaim({ credits: [650], profession: null });
    await expect(submit(claim)).rejects.toMatchObject({
      message: expect.stringContaining("Choose your profession in My Profile"),
    });
    const { id } = claim.member;
    await db.member.update({ where: { id }, data: { professionName: "Sonographer" } });
    await expect(submit(claim)).resolves.toBeUndefined();
  });

  test("when a day's maximum was lowered under what is entered", async () => {
    const claim = await aClaim({ credits: [650] });
    await db.eventDay.updateMany({ where: { eventId: claim.event.id }, data: { maximum: 600 } });
    await expect(submit(claim)).rejects.toMatchObject({
      message: "Fri 10 Apr 2026: The most for this day is 6.00.",
    });
    await save(claim, 0, 600);
    await expect(submit(claim)).resolves.toBeUndefined();
  });

  test("when the claim changed since it was reviewed", async () => {
    const claim = await aClaim({ credits: [650] });
    const input = await reviewed(claim);
    await save(claim, 0, 600);
    await expect(submitClaim(claim.actor, input, NOW)).rejects.toMatchObject({
      kind: "conflict",
      message: expect.stringContaining("changed since this review was opened"),
    });
    const { submissions, versions, messages } = await trailOf(claim.id, claim.member.id);
    expect({ submissions, versions, messages }).toEqual({
      submissions: [],
      versions: [],
      messages: [],
    });
  });
});

test("a replayed request is told that the event was submitted, and when", async () => {
  const claim = await aClaim({ credits: [650] });
  const input = await reviewed(claim);
  await submitClaim(claim.actor, input, NOW);
  const before = await everythingOf(claim.id);
  await expect(submitClaim(claim.actor, input, LATER)).rejects.toMatchObject({
    kind: "conflict",
    message:
      "This event was submitted on 14 Apr 2026, 14:05 Chicago time. To change it, request a correction.",
  });
  expect(await everythingOf(claim.id)).toEqual(before);
});

test("a locked day stands when its maximum is lowered afterwards", async () => {
  const claim = await aClaim({ credits: [650], submitted: true });
  await db.eventDay.updateMany({ where: { eventId: claim.event.id }, data: { maximum: 600 } });
  expect(await creditsOf(claim)).toEqual([650]);
});
