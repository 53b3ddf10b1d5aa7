import { beforeAll, expect, test } from "vitest";
import { db } from "@/lib/db";
import type { MemberActor } from "@/lib/members/rules";
import { creditsOf } from "@/tests/support/a-claim";
import { aLockedClaim, CORRECTED_AT, correct } from "@/tests/support/a-correction";
import { versionsOf } from "@/tests/support/a-trail";
import { aStaffMember } from "@/tests/support/staff";

let actor: MemberActor;
let colleague: MemberActor;

beforeAll(async () => {
  [actor, colleague] = await Promise.all([aStaffMember(), aStaffMember()]);
});

test("two of the staff correcting at once take turns: each row starts from what stood", async () => {
  const claim = await aLockedClaim();
  const outcomes = await Promise.all([
    correct(claim, { credits: 700, actor }),
    correct(claim, { credits: 25, actor: colleague }),
  ]);
  const [first, second, ...more] = await db.correction.findMany({
    where: { registrationId: claim.id },
    orderBy: { number: "asc" },
  });
  expect(more).toEqual([]);
  expect(first).toMatchObject({ number: 1, oldCredits: 650 });
  expect(second).toMatchObject({ number: 2, oldCredits: first?.newCredits });
  expect(new Set(outcomes.map(({ from }) => from))).toEqual(new Set([650, first?.newCredits]));
  expect(await creditsOf(claim)).toEqual([second?.newCredits, 100]);
  expect(await versionsOf(claim.id)).toMatchObject([
    { version: 1, supersededAt: CORRECTED_AT },
    { version: 2, supersededAt: CORRECTED_AT },
    { version: 3, supersededAt: null, facts: { total: (second?.newCredits ?? 0) + 100 } },
  ]);
});

test("the same correction made twice at once is made once", async () => {
  const claim = await aLockedClaim();
  const outcomes = await Promise.allSettled([
    correct(claim, { actor }),
    correct(claim, { actor: colleague }),
  ]);
  expect(outcomes.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  expect(outcomes.find(({ status }) => status === "rejected")).toMatchObject({
    reason: { kind: "invalid", message: "The day already stands at 7.00." },
  });
  expect(await versionsOf(claim.id)).toHaveLength(2);
});
