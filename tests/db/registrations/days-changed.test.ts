import { describe, expect, test } from "vitest";
import { declareDays } from "@/lib/registrations/commands";
import { listDeclarableDays } from "@/lib/registrations/queries";
import { aClaim, addDay, claimOf, withdrawDay } from "@/tests/support/a-claim";
import { NOW } from "@/tests/support/a-row";
import { everythingOf, trailOf } from "@/tests/support/a-trail";
import { anEvent, DAYS } from "@/tests/support/an-event";

const LATER = new Date("2026-04-15T08:00:00Z");

describe("“My days changed onsite”", () => {
  const aPlace = () => aClaim({ credits: [650], event: { days: DAYS } });

  test("adds waiting days; what was entered stays", async () => {
    const claim = await aPlace();
    const added = claim.event.days.slice(1).map(({ id }) => id);
    await declareDays(claim.actor, { registrationId: claim.id, days: added }, NOW);
    const { days } = await everythingOf(claim.id);
    const waiting = days.filter(({ confirmedAt }) => confirmedAt === null);
    expect(waiting.map(({ eventDayId }) => eventDayId).sort()).toEqual(added.sort());
    expect((await claimOf(claim)).rows).toMatchObject([{ credits: 650 }]);
  });

  test("offers the days that are not registered, and no place that has them all", async () => {
    const claim = await aPlace();
    const whole = await aClaim({ credits: [650, 0] });
    const [offered, ...more] = await listDeclarableDays(claim.member.id, NOW);
    expect(more).toEqual([]);
    expect(offered?.days.map(({ day }) => day)).toEqual(["2026-04-11", "2026-04-12"]);
    expect(await listDeclarableDays(whole.member.id, NOW)).toEqual([]);
  });

  test("leaves a day that is registered already as it stands", async () => {
    const claim = await aPlace();
    const { days } = await everythingOf(claim.id);
    await declareDays(claim.actor, { registrationId: claim.id, days: claim.days }, LATER);
    expect((await everythingOf(claim.id)).days).toEqual(days);
    expect((await trailOf(claim.id, claim.member.id)).acts).toEqual([]);
  });

  test("another event's day does not exist", async () => {
    const claim = await aPlace();
    const other = await anEvent();
    const before = await everythingOf(claim.id);
    const days = [claim.event.days[1]?.id ?? "", other.days[0]?.id ?? ""];
    const input = { registrationId: claim.id, days };
    await expect(declareDays(claim.actor, input, NOW)).rejects.toMatchObject({
      kind: "not-found",
    });
    expect(await everythingOf(claim.id)).toEqual(before);
  });

  test("brings a withdrawn day back as one that waits", async () => {
    const claim = await aPlace();
    await addDay(claim);
    await withdrawDay(claim, 0);
    await declareDays(claim.actor, { registrationId: claim.id, days: claim.days }, LATER);
    const { days } = await everythingOf(claim.id);
    expect(days.find(({ eventDayId }) => eventDayId === claim.days[0])).toMatchObject({
      declaredAt: LATER,
      confirmedAt: null,
      withdrawnAt: null,
    });
  });

  test("said in two tabs at once adds each day once", async () => {
    const claim = await aPlace();
    const days = claim.event.days.slice(1).map(({ id }) => id);
    const input = { registrationId: claim.id, days };
    const outcomes = await Promise.allSettled([
      declareDays(claim.actor, input, NOW),
      declareDays(claim.actor, input, LATER),
    ]);
    expect(outcomes.filter(({ status }) => status === "rejected")).toEqual([]);
    expect((await everythingOf(claim.id)).days).toHaveLength(3);
    expect((await trailOf(claim.id, claim.member.id)).acts).toEqual(["declared days onsite"]);
  });
});
