import { expect, test } from "vitest";
import { announceOpenCredits } from "@/lib/announcements/commands";
import { db } from "@/lib/db";
import { aClaim, type TestClaim, withdrawDay } from "@/tests/support/a-claim";
import { ENDS_AT, NOW } from "@/tests/support/a-row";

const DAYS_8_LATER = new Date("2026-04-20T22:00:00Z");

const mailsTo = ({ member }: TestClaim) =>
  db.message.findMany({ where: { memberId: member.id, kind: "credits_open" } });

test("the instant an event ends its members are told that credits are open, with the link", async () => {
  const claim = await aClaim({ credits: [null] });
  await announceOpenCredits(new Date(ENDS_AT.getTime() - 1));
  expect(await mailsTo(claim)).toEqual([]);
  await announceOpenCredits(ENDS_AT);
  expect(await mailsTo(claim)).toMatchObject([
    {
      toAddress: claim.member.email,
      queuedAt: ENDS_AT,
      text: expect.stringContaining(`http://localhost:3000/events/${claim.id}/claim`),
    },
  ]);
});

test("each is told once, however often and by however many workers it is looked for", async () => {
  const claims = await Promise.all([aClaim({ credits: [null] }), aClaim({ credits: [null] })]);
  await Promise.all(Array.from({ length: 4 }, () => announceOpenCredits(NOW)));
  expect(await announceOpenCredits(NOW)).toBe(0);
  for (const claim of claims) expect(await mailsTo(claim)).toHaveLength(1);
});

test("an event that ended more than a week ago is no news", async () => {
  const claim = await aClaim({ credits: [null] });
  await announceOpenCredits(DAYS_8_LATER);
  expect(await mailsTo(claim)).toEqual([]);
});

test.each<[string, (claim: TestClaim) => Promise<unknown>]>([
  ["is retired", ({ member: { id } }) => retire(id)],
  ["has no day that stands", (claim) => withdrawDay(claim, 0)],
  ["has a day that the association has not confirmed", ({ id }) => unconfirm(id)],
])("who %s is not told", async (_what, change) => {
  const claim = await aClaim({ credits: [null] });
  await change(claim);
  await announceOpenCredits(NOW);
  expect(await mailsTo(claim)).toEqual([]);
});

const retire = (id: string) => db.member.update({ where: { id }, data: { retiredAt: NOW } });
const unconfirm = (registrationId: string) =>
  db.registrationDay.updateMany({
    where: { registrationId },
    data: { declaredAt: NOW, confirmedAt: null },
  });

test("who has entered every day needs no telling", async () => {
  const claim = await aClaim({ credits: [650, 0] });
  await announceOpenCredits(NOW);
  expect(await mailsTo(claim)).toEqual([]);
});

test("who switched the mail off gets none, and is not looked at again", async () => {
  const claim = await aClaim({ credits: [null] });
  const { id: memberId } = claim.member;
  await db.mutedMessage.create({ data: { memberId, kind: "credits_open" } });
  await announceOpenCredits(NOW);
  expect(await mailsTo(claim)).toEqual([]);
  expect(await announceOpenCredits(NOW)).toBe(0);
});
