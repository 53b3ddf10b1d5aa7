import { expect, test } from "vitest";
import { saveDay, submitClaim } from "@/lib/claims/commands";
import { totalOf } from "@/lib/claims/rules";
import { db } from "@/lib/db";
import { aClaim, addDay, claimOf, reviewed } from "@/tests/support/a-claim";
import { NOW } from "@/tests/support/a-row";
import { trailOf } from "@/tests/support/a-trail";
import { DAYS } from "@/tests/support/an-event";

const reasonsOf = (outcomes: readonly PromiseSettledResult<unknown>[]) =>
  outcomes.flatMap((each) => (each.status === "rejected" ? [each.reason] : []));

test("ten submits at once: one lock, one certificate, one entry, one mail; nine are told when", async () => {
  const claim = await aClaim({ credits: [650, 0] });
  const input = await reviewed(claim);
  const outcomes = await Promise.allSettled(
    Array.from({ length: 10 }, () => submitClaim(claim.actor, input, NOW)),
  );
  const told = reasonsOf(outcomes);
  expect(told.map(({ kind, message }) => ({ kind, message }))).toEqual(
    Array.from({ length: 9 }, () => ({
      kind: "conflict",
      message:
        "This event was submitted on 14 Apr 2026, 14:05 Chicago time. To change it, request a correction.",
    })),
  );
  const { submissions, versions, acts, messages } = await trailOf(claim.id, claim.member.id);
  expect([submissions.length, versions.length, acts, messages.length]).toEqual([
    1,
    1,
    ["submitted a claim"],
    1,
  ]);
  expect(await jobsFor(versions, messages)).toEqual([
    { name: "render-certificate", n: 1 },
    { name: "send-message", n: 1 },
  ]);
});

/** The jobs that were queued for what a claim issued and mailed. */
function jobsFor(versions: readonly { id: string }[], messages: readonly { id: string }[]) {
  const ids = [...versions, ...messages].map(({ id }) => id);
  return db.$queryRaw`
    SELECT name, count(*)::int AS n FROM pgboss.job
      WHERE data ->> 'versionId' = ANY (${ids}) OR data ->> 'messageId' = ANY (${ids})
      GROUP BY name ORDER BY name`;
}

test("ten submits of a supplement at once make one", async () => {
  const claim = await aClaim({ credits: [650], submitted: true, event: { days: DAYS } });
  const eventDayId = await addDay(claim);
  const row = { registrationId: claim.id, eventDayId, version: 0, credits: 100 };
  await saveDay(claim.actor, row, NOW);
  const input = await reviewed(claim);
  const outcomes = await Promise.allSettled(
    Array.from({ length: 10 }, () => submitClaim(claim.actor, input, NOW)),
  );
  const told = reasonsOf(outcomes).map(({ kind }) => kind);
  expect(told).toEqual(Array.from({ length: 9 }, () => "conflict"));
  const { submissions, versions } = await trailOf(claim.id, claim.member.id);
  expect(submissions.map(({ number }) => number)).toEqual([1, 2]);
  expect(versions.map(({ version }) => version)).toEqual([1, 2]);
});

test("a save racing a submit: either it is saved and the submit told, or locked and the save told", async () => {
  for (let round = 0; round < 10; round += 1) {
    const claim = await aClaim({ credits: [650] });
    const input = await reviewed(claim);
    const row = { registrationId: claim.id, eventDayId: claim.days[0] ?? "", version: 1 };
    const both = [
      () => saveDay(claim.actor, { ...row, credits: 100 }, NOW),
      () => submitClaim(claim.actor, input, NOW),
    ];
    const ordered = round % 2 === 0 ? both : both.toReversed();
    const told = reasonsOf(await Promise.allSettled(ordered.map((act) => act())));
    expect(told).toHaveLength(1);

    const { rows } = await claimOf(claim);
    const { versions } = await trailOf(claim.id, claim.member.id);
    if (rows[0]?.submittedAt) {
      expect(told[0].message).toContain("submitted on 14 Apr 2026");
      expect(totalOf(rows)).toBe(650);
      expect(versions).toMatchObject([{ facts: { total: 650 } }]);
    } else {
      expect(told[0].message).toContain("changed since this review was opened");
      expect(totalOf(rows)).toBe(100);
      expect(versions).toEqual([]);
    }
  }
});
