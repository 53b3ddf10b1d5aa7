import { expect, test } from "vitest";
import { submitClaim } from "@/lib/claims/commands";
import { db } from "@/lib/db";
import { mergeMembers } from "@/lib/merges/commands";
import { aClaim, reviewed } from "@/tests/support/a-claim";
import { previewOf } from "@/tests/support/a-merge";
import { NOW } from "@/tests/support/a-row";
import { anAccount } from "@/tests/support/accounts";
import { anEntry } from "@/tests/support/an-entry";
import { anAdministrator } from "@/tests/support/staff";

const aMember = () => anAccount({ password: null });

/** The merge as its preview shows it now, to be confirmed later. */
async function aMerge(kept: { id: string }, other: { id: string }) {
  const { seen } = await previewOf(kept, other);
  const actor = await anAdministrator();
  const input = { memberId: kept.id, otherId: other.id, seen, reason: "Same birthday." };
  return () => mergeMembers(actor, input, NOW);
}

const mergedInto = async ({ id }: { id: string }) =>
  (await db.member.findUniqueOrThrow({ where: { id } })).mergedIntoId;

test("of two merges of the same records at once, one into each other, one wins", async () => {
  const [one, other] = [await aMember(), await aMember()];
  const merges = [await aMerge(one, other), await aMerge(other, one)];
  const outcomes = await Promise.allSettled(merges.map((run) => run()));
  expect(outcomes.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
  const refused = outcomes.find(({ status }) => status === "rejected");
  expect(refused).toMatchObject({ reason: { kind: "conflict" } });
  const into = [await mergedInto(one), await mergedInto(other)];
  expect(into.filter(Boolean)).toHaveLength(1);
});

test("of two merges of one record into two others at once, one wins", async () => {
  const [other, ...kept] = [await aMember(), await aMember(), await aMember()];
  const merges = await Promise.all(kept.map((each) => aMerge(each, other)));
  const outcomes = await Promise.allSettled(merges.map((run) => run()));
  expect(outcomes.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
});

test("a claim that is submitted while its member is merged is neither lost nor left behind", async () => {
  for (let round = 0; round < 5; round += 1) {
    const claim = await aClaim({ credits: [650] });
    const kept = await aMember();
    const run = await aMerge(kept, claim.member);
    const input = await reviewed(claim);
    const [merging, submitting] = await Promise.allSettled([
      run(),
      submitClaim(claim.actor, input, NOW),
    ]);
    const merged = merging.status === "fulfilled";
    if (!merged) expect(merging.reason).toMatchObject({ kind: "conflict" });
    expect(await mergedInto(claim.member)).toBe(merged ? kept.id : null);
    const owner = merged ? kept.id : claim.member.id;
    const registration = await db.registration.findUniqueOrThrow({ where: { id: claim.id } });
    expect(registration.memberId).toBe(owner);
    const entries = await db.creditEntry.findMany({ where: { registrationId: claim.id } });
    const expected = submitting.status === "fulfilled" ? [[owner, 650]] : [];
    expect(entries.map(({ memberId, credits }) => [memberId, credits])).toEqual(expected);
  }
});

test("a merge gives way to credit that is just being reported on the other record", async () => {
  const [kept, other] = [await aMember(), await aMember()];
  const run = await aMerge(kept, other);
  await db.$transaction(async (tx) => {
    await anEntry(other, {}, tx);
    await expect(run()).rejects.toThrow("just at work");
  });
  await expect(run()).rejects.toThrow("changed meanwhile");
  await (await aMerge(kept, other))();
  expect(await db.creditEntry.count({ where: { memberId: kept.id } })).toBe(1);
});

test("a merge gives way to a claim that is just being changed", async () => {
  const claim = await aClaim({ credits: [650] });
  const run = await aMerge(await aMember(), claim.member);
  await db.$transaction(async (tx) => {
    const version = { increment: 1 };
    await tx.registration.update({ where: { id: claim.id }, data: { version } });
    await expect(run()).rejects.toThrow("just at work");
  });
});
