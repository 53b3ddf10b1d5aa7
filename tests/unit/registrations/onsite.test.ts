import { describe, expect, test } from "vitest";
import { isClaimable, onsiteWait, stands } from "@/lib/registrations/rules";

const DECLARED = new Date("2026-04-12T20:00:00Z");
const HOURS_72_LATER = new Date("2026-04-15T20:00:00Z");

/** A day that its member declared onsite and nobody confirmed yet. */
function aDeclaredDay(
  told: { [when in "declaredAt" | "confirmedAt" | "withdrawnAt"]?: Date } = {},
) {
  return { declaredAt: DECLARED, confirmedAt: null, withdrawnAt: null, ...told };
}

const anOnlineDay = { declaredAt: null, confirmedAt: DECLARED, withdrawnAt: null };

describe("a day declared onsite", () => {
  test("may take 72 hours to arrive from the moment it was declared", () => {
    expect(onsiteWait([aDeclaredDay()], 72, DECLARED)).toEqual({
      until: HOURS_72_LATER,
      isOver: false,
    });
  });

  test("still waits a millisecond before, and no longer at that instant", () => {
    const before = new Date(HOURS_72_LATER.getTime() - 1);
    expect(onsiteWait([aDeclaredDay()], 72, before)).toMatchObject({ isOver: false });
    expect(onsiteWait([aDeclaredDay()], 72, HOURS_72_LATER)).toMatchObject({ isOver: true });
  });

  test("waits as many hours as the association says", () => {
    expect(onsiteWait([aDeclaredDay()], 24, DECLARED)?.until).toEqual(
      new Date("2026-04-13T20:00:00Z"),
    );
  });

  test("declared after another makes the claim wait from the later one", () => {
    const days = [aDeclaredDay({ declaredAt: new Date("2026-04-10T20:00:00Z") }), aDeclaredDay()];
    expect(onsiteWait(days, 72, DECLARED)?.until).toEqual(HOURS_72_LATER);
  });

  test.each([
    ["it was confirmed", [aDeclaredDay({ confirmedAt: DECLARED })]],
    ["it was removed", [aDeclaredDay({ withdrawnAt: DECLARED })]],
    ["the association knew the day first", [anOnlineDay]],
    ["there is no day", []],
  ])("nothing waits once %s", (_what, days) => {
    expect(onsiteWait(days, 72, DECLARED)).toBeNull();
  });
});

describe("a day can be claimed", () => {
  test.each([
    ["registered online", anOnlineDay, true],
    ["declared and confirmed", aDeclaredDay({ confirmedAt: DECLARED }), true],
    ["declared, not confirmed", aDeclaredDay(), false],
    ["withdrawn", { ...anOnlineDay, withdrawnAt: DECLARED }, false],
  ])("%s: %s", (_what, day, can) => {
    expect(isClaimable(day)).toBe(can);
  });

  test("a withdrawn day no longer stands, a waiting one does", () => {
    expect(stands(aDeclaredDay({ withdrawnAt: DECLARED }))).toBe(false);
    expect(stands(aDeclaredDay())).toBe(true);
  });
});
