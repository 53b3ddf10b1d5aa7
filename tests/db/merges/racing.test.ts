import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { submitClaim } from "@/lib/claims/commands";
import { db, type Tx } from "@/lib/db";
import { DomainError } from "@/lib/errors";
import { mergeMembers } from "@/lib/merges/commands";
import { beginSecondFactor, confirmSecondFactor } from "@/lib/second-factors/commands";
import { findOwnFactor } from "@/lib/second-factors/queries";
import { aClaim, reviewed } from "@/tests/support/a-claim";
import { aCode } from "@/tests/support/a-code";
import { previewOf } from "@/tests/support/a-merge";
import { NOW } from "@/tests/support/a-row";
import { actorOf, anAccount, anAddress, aSession, PASSWORD } from "@/tests/support/accounts";
import { anEntry } from "@/tests/support/an-entry";
import { anAdministrator } from "@/tests/support/staff";

const aMember = () => anAccount({ password: null });

/** The merge as its preview shows it now, to be confirmed later. */
async function aMerge(kept: { id: string }, other: { id: string }) {
  const { seen } = await previewOf(kept, other);
  const actor = await anAdministrator();
  const input = { memberId: kept.id, otherId: other.id, seen, reason: "Same birthday." };
  return (patience?: Patience) => mergeMembers(actor, input, NOW, patience);
}

type Patience = Parameters<typeof mergeMembers>[3];

/** Tries once, and waits for nothing. */
const ONCE = { tries: 1, pause: 0 };

/** Gives way for as long as somebody is at work. */
const UNTIL_FREE = { tries: 10_000, pause: 20 };

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
    await expect(run(ONCE)).rejects.toThrow("just at work");
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
    await expect(run(ONCE)).rejects.toThrow("just at work");
  });
});

test.each<[string, (tx: Tx, memberId: string) => Promise<unknown>]>([
  [
    "a session is just ending",
    (tx, memberId) =>
      tx.session.updateMany({ where: { memberId }, data: { revokedAt: new Date() } }),
  ],
  [
    "a link for a new password is just ending",
    (tx, memberId) =>
      tx.passwordReset.updateMany({ where: { memberId }, data: { endedAt: new Date() } }),
  ],
  [
    "a second factor is just asked for its code",
    (tx, memberId) => tx.secondFactor.updateMany({ where: { memberId }, data: { lastStep: 1 } }),
  ],
])("a merge gives way where %s", async (_case, act) => {
  const other = await anAccount();
  await aSession(other);
  await aLink(other);
  await aSecretOf(other);
  const run = await aMerge(await aMember(), other);
  await db.$transaction(async (tx) => {
    await act(tx, other.id);
    await expect(run(ONCE)).rejects.toThrow("just at work");
  });
  await run();
});

test("a second factor that is turned on while its member is merged stops neither of the two", async () => {
  for (let round = 0; round < 5; round += 1) {
    const other = await anAccount();
    const [here] = [await aSession(other), await aSession(other)];
    const secret = await aSecretOf(other);
    const run = await aMerge(await aMember(), other);
    const now = new Date();
    const input = { code: aCode(secret, now), token: here.token, address: anAddress() };
    const [merging, confirming] = await Promise.allSettled([
      // On a busy machine the code may take longer than a merge gives way.
      run(UNTIL_FREE),
      confirmSecondFactor(actorOf(other), input, now),
    ]);
    expect(merging).toMatchObject({ status: "fulfilled" });
    if (confirming.status === "rejected") expect(confirming.reason).toBeInstanceOf(DomainError);
    expect(await db.secondFactor.count({ where: { memberId: other.id } })).toBe(0);
  }
});

/** A second factor that is being set up. */
async function aSecretOf(member: { id: string }): Promise<string> {
  const proof = { password: PASSWORD, address: anAddress() };
  await beginSecondFactor(actorOf(member), proof, new Date());
  const secret = (await findOwnFactor(member.id, "ACE", new Date()))?.setup?.secret;
  if (!secret) throw new Error("No secret is being set up");
  return secret;
}

async function aLink({ id: memberId }: { id: string }) {
  const told = { tokenHash: randomUUID(), createdAt: NOW, expiresAt: NOW };
  await db.passwordReset.create({ data: { memberId, ...told } });
}
