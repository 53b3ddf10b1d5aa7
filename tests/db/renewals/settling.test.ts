import { describe, expect, test } from "vitest";
import { dayOf } from "@/lib/calendar";
import { confirmContact } from "@/lib/contacts/commands";
import { db } from "@/lib/db";
import {
  recheckRenewals,
  settleRenewal,
  settleRenewals,
  undoRenewal,
} from "@/lib/renewals/commands";
import { lockOpenRenewalsBeside, lockUnattended } from "@/lib/renewals/lock";
import { findRenewal, findStanding } from "@/lib/renewals/queries";
import { aRenewal, INVOICED_AT, underLock } from "@/tests/support/a-renewal";
import { actorOf } from "@/tests/support/accounts";
import { anEntry } from "@/tests/support/an-entry";
import { whileItWaits } from "@/tests/support/while-it-waits";

const now = INVOICED_AT;

type Renewal = Awaited<ReturnType<typeof aRenewal>>;

const steps = {
  contact: ({ id, member }: Renewal) =>
    confirmContact(
      actorOf(member),
      { renewalId: id, email: member.email, phone: "", address: "", password: "", from: "here" },
      now,
    ),
  payment: ({ id }: Renewal) =>
    underLock(id, async (tx) => {
      const part = { renewalId: id, part: "fee" as const, kind: "emeritus" as const };
      await tx.waiver.create({ data: { ...part, reason: "forty years", grantedAt: now } });
      await settleRenewal(tx, id, now);
    }),
  credits: async ({ member }: Renewal) => {
    await eightPosted(member.id);
    await settleRenewals(now);
  },
};

async function eightPosted(memberId: string) {
  const provider = await db.provider.upsert({
    where: { nameKey: "aasc" },
    create: { name: "AASC", inNetwork: true },
    update: {},
  });
  await anEntry(
    { id: memberId },
    {
      source: "provider_post",
      providerId: provider.id,
      credits: 800,
      earnedOn: "2026-03-03",
    },
  );
}

async function cyclesOf({ member }: Renewal) {
  const cycles = await db.cycle.findMany({
    where: { certification: { memberId: member.id } },
    orderBy: [{ certification: { programCode: "asc" } }, { startsOn: "asc" }],
  });
  return cycles.map(({ startsOn, renewedAt, ruleVersionId }) => [
    dayOf(startsOn),
    renewedAt !== null,
    ruleVersionId !== null,
  ]);
}

describe("the last of contact, payment and credits renews", () => {
  test.each([
    ["contact", "payment", "credits"],
    ["contact", "credits", "payment"],
    ["payment", "contact", "credits"],
    ["payment", "credits", "contact"],
    ["credits", "contact", "payment"],
    ["credits", "payment", "contact"],
  ] as const)("after %s and %s by %s", async (first, second, last) => {
    const renewal = await aRenewal("CAM", "CALP");
    for (const step of [first, second]) await steps[step](renewal);
    expect(await findRenewal(renewal.member.id, renewal.id)).toMatchObject({ renewedAt: null });
    await steps[last](renewal);
    expect(await findRenewal(renewal.member.id, renewal.id)).toMatchObject({ renewedAt: now });
    expect(await cyclesOf(renewal)).toEqual([
      ["2027-01-01", true, true],
      ["2028-01-01", false, false],
      ["2027-01-01", true, true],
      ["2028-01-01", false, false],
    ]);
    const { id: memberId } = renewal.member;
    expect(await db.message.count({ where: { memberId, kind: "renewed" } })).toBe(1);
  });
});

test("of two who settle at once one renews, and it is renewed once", async () => {
  const renewal = await aRenewal();
  await steps.contact(renewal);
  await steps.credits(renewal);
  const waiver = { part: "fee", kind: "other", reason: "board", grantedAt: now } as const;
  await db.waiver.create({ data: { ...waiver, renewalId: renewal.id } });
  const settle = () => underLock(renewal.id, (tx) => settleRenewal(tx, renewal.id, now));
  const answers = await Promise.all([settle(), settle(), settle()]);
  expect(answers.filter(Boolean)).toHaveLength(1);
});

test("credit that comes while its renewal is being settled is not passed by", async () => {
  const renewal = await aRenewal();
  await steps.contact(renewal);
  await steps.payment(renewal);
  await db.renewal.update({ where: { id: renewal.id }, data: { unsettled: true } });
  await whileItWaits(
    async (tx) => {
      await lockUnattended(tx, renewal.id);
      expect(await settleRenewal(tx, renewal.id, now)).toBe(false);
    },
    () => eightPosted(renewal.member.id),
  );
  await settleRenewals(now);
  expect(await findRenewal(renewal.member.id, renewal.id)).toMatchObject({ renewedAt: now });
});

test("a refund opens it again, keeps approvals and the next cycle, and it can be renewed anew", async () => {
  const renewal = await aRenewal();
  for (const step of ["contact", "credits", "payment"] as const) await steps[step](renewal);
  await underLock(renewal.id, (tx) => undoRenewal(tx, renewal.id, "paid back", now));
  expect(await cyclesOf(renewal)).toEqual([
    ["2027-01-01", false, false],
    ["2028-01-01", false, false],
  ]);
  expect(await findStanding(renewal.member.id, renewal.id)).toMatchObject({ outstanding: 0 });
  await underLock(renewal.id, (tx) => settleRenewal(tx, renewal.id, now));
  expect(await findRenewal(renewal.member.id, renewal.id)).toMatchObject({ renewedAt: now });
});

test("another member's renewal does not exist", async () => {
  const renewal = await aRenewal();
  const other = await aRenewal();
  expect(await findRenewal(other.member.id, renewal.id)).toBeNull();
  expect(await findStanding(other.member.id, renewal.id)).toBeNull();
  await expect(steps.contact({ ...renewal, member: other.member })).rejects.toMatchObject({
    kind: "not-found",
  });
});

test("a provider that joins the network later renews at the next look under changed rules", async () => {
  const renewal = await aRenewal();
  const provider = await db.provider.create({
    data: { name: `Late ${renewal.id}`, inNetwork: false },
    select: { id: true },
  });
  await anEntry(renewal.member, {
    source: "provider_post",
    providerId: provider.id,
    credits: 800,
    earnedOn: "2026-03-03",
  });
  await steps.contact(renewal);
  await steps.payment(renewal);
  await settleRenewals(now);
  const renewedAt = async () =>
    (await db.renewal.findUniqueOrThrow({ where: { id: renewal.id } })).renewedAt;
  expect(await renewedAt()).toBeNull();
  await db.provider.update({ where: { id: provider.id }, data: { inNetwork: true } });
  await settleRenewals(now);
  expect(await renewedAt()).toBeNull();
  await recheckRenewals();
  await settleRenewals(now);
  expect(await renewedAt()).toEqual(now);
});

test("one who holds a later renewal of a member waits for the earlier one before an entry is made", async () => {
  const { member, id } = await aRenewal();
  const { id: other } = await db.renewal.create({
    data: {
      id: "00000000-0000-7000-8000-000000000001",
      memberId: member.id,
      ...{ dueOn: new Date("2026-01-01"), lateFeeFrom: new Date("2026-04-01") },
      ...{ windowFrom: new Date("2025-01-01"), windowTo: new Date("2025-12-31") },
      createdAt: now,
    },
    select: { id: true },
  });
  const approve = (renewalId: string) =>
    db.$transaction(async (tx) => {
      await lockOpenRenewalsBeside(tx, renewalId);
      await tx.renewal.update({
        where: { id: renewalId },
        data: { version: { increment: 1 } },
        select: { id: true },
      });
      await anEntry(member, { earnedOn: "2026-03-03", credits: 100 }, tx);
    });
  const outcomes = await Promise.allSettled(
    [id, other, id, other, id, other].map((each) => approve(each)),
  );
  expect(outcomes.map(({ status }) => status)).toEqual(Array(6).fill("fulfilled"));
});
