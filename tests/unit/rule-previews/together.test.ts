import { describe, expect, test } from "vitest";
import type { RuleVersion, TermsInForce } from "@/lib/programs/rules";
import { changeOf, rulesWith, versionsFor } from "@/lib/rule-previews/rules";
import { type JudgedCycle, sidesOf } from "@/lib/rule-previews/together";
import { anEntry } from "@/tests/unit/allocations/an-entry";
import { termsFor, versionsShipped, years } from "@/tests/unit/programs/shipped";

const TODAY = "2026-11-22";
const CODES = ["CAM", "CALP", "CAMT", "ACSM-CPT", "ACSM-EP"];

function aCycle(programCode: string, more: Partial<JudgedCycle> = {}): JudgedCycle {
  const rest = { memberId: "member", isRenewed: false, areCreditsWaived: false };
  const renewal = { renewalId: null, figures: null };
  return { id: programCode, programCode, ...years(2027), ...rest, ...renewal, ...more };
}

const programsWith = (code: string, own: readonly RuleVersion[]) =>
  new Map(
    CODES.map((each) => [
      each,
      { code: each, versions: each === code ? own : versionsShipped(each) },
    ]),
  );

/** A cycle among all that its member renews, before and after its program has other terms. */
function sides(cycle: JudgedCycle, others: JudgedCycle[], terms: Partial<TermsInForce>) {
  const { programCode } = cycle;
  const versions = versionsShipped(programCode);
  const told = { ...termsFor(programCode, cycle), ...terms };
  const rules = rulesWith(versions, { fromOn: cycle.startsOn, terms: told });
  const judgedBy = versionsFor(cycle, rules, TODAY);
  if (!judgedBy) throw new Error("The version leaves the cycle alone.");
  const programs = {
    before: programsWith(programCode, versions),
    after: programsWith(programCode, rules.after),
  };
  return sidesOf(cycle, judgedBy, [cycle, ...others], programs, TODAY);
}

describe("CALP with 5 required, renewed beside CAM with 8,", () => {
  const entry = (credits: number) =>
    anEntry({ source: "provider_post", earnedOn: "2026-03-03", credits, inNetwork: true });
  const change = (required: number, has: number, others: JudgedCycle[]) => {
    const calp = aCycle("CALP");
    return changeOf([entry(has)], calp, sides(calp, others, { required }));
  };

  test.each([
    ["7: the 8 of CAM are asked for all the same", 700, 600, { by: 0, before: 200, after: 200 }],
    ["10: it is the largest now", 1000, 600, { by: -200, before: 200, after: 400 }],
    ["3: nothing is gained beside CAM", 300, 600, { by: 0, before: 200, after: 200 }],
  ])("then %s", (_, required, has, { by, before, after }) => {
    expect(change(required, has, [aCycle("CAM")])).toMatchObject({
      by,
      before: { required: 800, outstanding: before },
      after: { required: Math.max(required, 800), outstanding: after },
      beside: ["CAM"],
    });
  });

  test("is judged by itself where it is the member's only one", () => {
    const lone = change(700, 600, []);
    expect(lone).toMatchObject({ by: -100, before: { required: 500 }, after: { required: 700 } });
    expect(lone).not.toHaveProperty("beside");
  });
});

test("a minimum that one of them demands is the smallest that all may have", () => {
  const entries = [anEntry({ source: "provider_post", earnedOn: "2026-03-03", credits: 800 })];
  const cam = aCycle("CAM");
  const none = sides(cam, [aCycle("CALP")], { minimums: [] });
  expect(changeOf(entries, cam, none)).toMatchObject({
    by: 200,
    before: { outstanding: 500 },
    after: { outstanding: 300 },
  });
});

describe("what renews together", () => {
  const calp = aCycle("CALP");
  const beside = (other: JudgedCycle, own = calp) =>
    sides(own, [other], { required: 700 }).after.beside;

  test("has the same due date and window", () => {
    expect(beside(aCycle("CAM"))).toEqual(["CAM"]);
    expect(beside(aCycle("CAM", years(2028)))).toEqual([]);
    // Due on the same day, and earned in three years.
    expect(beside(aCycle("ACSM-CPT", years(2024, 2026)))).toEqual([]);
  });

  test("or is of one renewal already; two renewals stay two", () => {
    const invoiced = (renewalId: string) => aCycle("CAM", { renewalId });
    const own = { ...calp, renewalId: "one" };
    expect(beside(invoiced("one"), own)).toEqual(["CAM"]);
    expect(beside(invoiced("other"), own)).toEqual([]);
    expect(beside(invoiced("one"))).toEqual(["CAM"]);
  });

  test("does not hold what has lapsed", () => {
    const lapsed = aCycle("ACSM-CPT", years(2021, 2023));
    const own = aCycle("ACSM-EP", years(2021, 2023));
    const still = sides(own, [lapsed], { lapseAfterMonths: 60 });
    expect(still.after.beside).toEqual([]);
  });

  test("parts where the new version falls due at another time", () => {
    const parted = sides(calp, [aCycle("CAM")], { due: "day after end" });
    expect(parted.before?.beside).toEqual(["CAM"]);
    expect(parted.after.beside).toEqual([]);
  });
});
