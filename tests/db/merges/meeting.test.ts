import { expect, test } from "vitest";
import { acceptEntries } from "@/lib/acceptances/commands";
import { saveDay } from "@/lib/claims/commands";
import { requestEntryCorrection } from "@/lib/correction-requests/commands";
import { db } from "@/lib/db";
import { withdrawEntry } from "@/lib/entries/commands";
import { DomainError } from "@/lib/errors";
import { chooseMails, chooseProfession } from "@/lib/members/commands";
import { REFUSAL_OF_MERGED, REFUSAL_OF_RETIRED } from "@/lib/members/rules";
import { inWordsOfMerged } from "@/lib/merged";
import { mergeMembers } from "@/lib/merges/commands";
import { addPlace } from "@/lib/places/commands";
import { reportEntry } from "@/lib/reports/commands";
import { decideEntry } from "@/lib/reviews/commands";
import { aClaim, type TestClaim } from "@/tests/support/a-claim";
import { previewOf, theSameEvent } from "@/tests/support/a-merge";
import { aReport } from "@/tests/support/a-report";
import { NOW } from "@/tests/support/a-row";
import { actorOf, anAccount } from "@/tests/support/accounts";
import { anEntry } from "@/tests/support/an-entry";
import { anEvent } from "@/tests/support/an-event";
import { anAdministrator, aStaffMember } from "@/tests/support/staff";
import { heardLater } from "@/tests/support/while-it-waits";

const aMember = () => anAccount({ password: null });
type Member = Awaited<ReturnType<typeof aMember>>;

/** Until so many wait for a lock. Asked outside the transaction, which sees no connection newer than it. */
const blocked = (n: number) =>
  expect
    .poll(
      () => db.$queryRaw`
        SELECT count(*)::int AS n FROM pg_stat_activity
         WHERE datname = current_database() AND wait_event_type = 'Lock'`,
      { timeout: 60_000, interval: 5 },
    )
    .toEqual([{ n }]);

/** Merges `other` while somebody acts on it: the act has begun, and waits for the merge. */
async function whileMerged<T>(other: Member, act: () => Promise<T>, kept?: Member) {
  const into = kept ?? (await aMember());
  const actor = await anAdministrator();
  const { seen } = await previewOf(into, other);
  const merge = { memberId: into.id, otherId: other.id, seen, reason: "Same birthday." };
  let both: [Promise<void>, Promise<T>] | undefined;
  await db.$transaction(
    async (tx) => {
      // A merge comes to this table when it holds all that is the members'.
      await tx.$executeRaw`LOCK TABLE second_factors IN SHARE MODE`;
      const merging = heardLater(mergeMembers(actor, merge, NOW));
      await blocked(1);
      const acting = heardLater(act());
      both = [merging, acting];
      await blocked(2);
    },
    { timeout: 130_000 },
  );
  const [merging, acting] = await Promise.allSettled(both ?? []);
  expect(merging).toMatchObject({ status: "fulfilled" });
  return acting;
}

const REFUSED = { kind: "conflict", message: REFUSAL_OF_MERGED };
const READ_ONLY = { kind: "invalid", message: REFUSAL_OF_RETIRED };
const GONE = { kind: "not-found" };

const saveRow = ({ id, actor, days }: TestClaim) => {
  const row = { registrationId: id, eventDayId: days[1] ?? "", version: 0, credits: 500 };
  return saveDay(actor, row, NOW);
};

test("a row of a claim that goes to the other record is not found any more", async () => {
  const claim = await aClaim({ credits: [650, null] });
  const saving = await whileMerged(claim.member, () => saveRow(claim));
  expect(saving).toMatchObject({ reason: GONE });
  expect(await db.claimDay.count({ where: { registrationId: claim.id } })).toBe(1);
});

test("a row of a claim that stays on the merged record is read only", async () => {
  const claim = await aClaim({ credits: [650, null] });
  const kept = await theSameEvent(claim, null);
  const saving = await whileMerged(claim.member, () => saveRow(claim), kept.member);
  expect(saving).toMatchObject({ reason: READ_ONLY });
});

type Act = (other: Member) => Promise<() => Promise<unknown>>;

test.each<[string, object, Act]>([
  [
    "credit that its member reports",
    READ_ONLY,
    async (other) => () => reportEntry(actorOf(other), aReport(), NOW),
  ],
  [
    "a profession that its member chooses",
    READ_ONLY,
    async (other) => () => chooseProfession(actorOf(other), { profession: "MD" }, NOW),
  ],
  [
    "mails that its member switches off",
    REFUSED,
    async (other) => () => chooseMails(actorOf(other), {}, NOW),
  ],
  [
    "an entry that its member takes back",
    GONE,
    async (other) => {
      const { id: entryId } = await anEntry(other, { accepted: false });
      return () => withdrawEntry(actorOf(other), { entryId }, NOW);
    },
  ],
  [
    "a correction that its member asks for",
    REFUSED,
    async (other) => {
      const { id: entryId } = await anEntry(other);
      const asked = { entryId, message: "It was 2.00." };
      return () => requestEntryCorrection(actorOf(other), asked, NOW);
    },
  ],
  [
    "an entry that staff accept",
    REFUSED,
    async (other) => {
      const [{ id: entryId }, staff] = [await waiting(other), await aStaffMember()];
      return () => decideEntry(staff, { entryId, decision: "accept", note: "" }, NOW);
    },
  ],
  [
    "a place that staff add",
    REFUSED,
    async (other) => {
      const [event, staff] = [await anEvent(), await aStaffMember()];
      const days = event.days.map(({ id }) => id);
      const place = { eventId: event.id, member: other.memberNumber ?? "", days };
      return () => addPlace(staff, place, NOW);
    },
  ],
])("%s while the record is merged: whoever does it is told", async (_what, told, act) => {
  const other = await aMember();
  const acting = await whileMerged(other, await act(other));
  const reason = acting?.status === "rejected" ? inWordsOfMerged(acting.reason) : null;
  expect(reason).toBeInstanceOf(DomainError);
  expect(reason).toMatchObject(told);
});

test("of many entries that staff accept, one that moves meanwhile is accepted for the kept member", async () => {
  const [other, another, staff] = [await aMember(), await aMember(), await aStaffMember()];
  const kept = await aMember();
  const entries = [await waiting(other), await waiting(another)];
  const ids = entries.map(({ id }) => id);
  const accepting = await whileMerged(other, () => acceptEntries(staff, ids, NOW), kept);
  expect(accepting).toMatchObject({ value: [{ sentence: "accepted" }, { sentence: "accepted" }] });
  const mails = await db.message.findMany({
    where: { kind: "entry_decided", memberId: { in: [other.id, kept.id, another.id] } },
    orderBy: { id: "asc" },
    select: { memberId: true, toAddress: true },
  });
  expect(mails).toEqual(
    [kept, another].map(({ id, email }) => ({ memberId: id, toAddress: email })),
  );
});

const waiting = (member: Member) => anEntry(member, { accepted: false });
