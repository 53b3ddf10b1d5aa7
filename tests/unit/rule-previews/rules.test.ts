import { describe, expect, test } from "vitest";
import type { RuleVersion } from "@/lib/programs/rules";
import {
  changeOf,
  datesJudged,
  type Impact,
  NO_IMPACT,
  rulesWith,
  versionsFor,
  withChange,
} from "@/lib/rule-previews/rules";
import { type JudgedCycle, sidesOf } from "@/lib/rule-previews/together";
import { anEntry } from "@/tests/unit/allocations/an-entry";
import { termsFor, versionsShipped, years } from "@/tests/unit/programs/shipped";

const TODAY = "2026-11-22";
const CPT = termsFor("ACSM-CPT", years(2024, 2026));
const told = (terms: Partial<RuleVersion["terms"]>, fromOn = "2027-01-01") =>
  rulesWith(versionsShipped("ACSM-CPT"), { fromOn, terms: { ...CPT, ...terms } });

function aCycle(from: number, to: number, more: Partial<JudgedCycle> = {}): JudgedCycle {
  const rest = { programCode: "ACSM-CPT", isRenewed: false, areCreditsWaived: false };
  const renewal = { renewalId: null, figures: null };
  return { id: "cycle", memberId: "member", ...years(from, to), ...rest, ...renewal, ...more };
}

/** A cycle that its member renews alone, before and after. */
function alone(cycle: JudgedCycle, rules: ReturnType<typeof rulesWith>) {
  const versions = versionsFor(cycle, rules, TODAY);
  const programs = { before: new Map(), after: new Map() };
  return versions && sidesOf(cycle, versions, [cycle], programs, TODAY);
}

const changed = (required: number, counted: number) => {
  const cycle = aCycle(2024, 2026);
  const sides = alone(cycle, told({ required }));
  const entries = [anEntry({ earnedOn: "2024-03-03", credits: counted })];
  return sides && changeOf(entries, cycle, sides);
};

describe("a version from a date", () => {
  test.each([
    ["falls due the day after its end", aCycle(2024, 2026), "2027-01-01", true],
    ["falls due before it", aCycle(2024, 2026), "2027-01-02", false],
    ["lapsed long ago either way", aCycle(2015, 2017), "2010-01-01", false],
  ])("judges a cycle that %s: %#", (_, cycle, fromOn, isJudged) => {
    expect(versionsFor(cycle, told({}, fromOn), TODAY) !== null).toBe(isJudged);
  });

  test("that takes the place of another also frees the cycles that fall out of it", () => {
    const versions = versionsShipped("CAM");
    const replaced = versions.at(-1);
    if (!replaced) throw new Error("CAM has no versions.");
    const cycle = aCycle(2021, 2021);
    const terms = { ...replaced.terms, due: "day after end" as const };
    const rules = rulesWith(versions, { fromOn: replaced.fromOn, terms });
    expect(versionsFor(cycle, rules, TODAY)?.after.terms.due).toBe("day after end");
    const back = rulesWith(rules.after, { fromOn: replaced.fromOn, terms: replaced.terms });
    expect(versionsFor(cycle, back, TODAY)?.after.fromOn).not.toBe(replaced.fromOn);
  });

  test("with a later lapse brings back who had lapsed", () => {
    const cycle = aCycle(2023, 2025);
    expect(versionsFor(cycle, told({}, "2026-01-01"), TODAY)).toBeNull();
    expect(versionsFor(cycle, told({ lapseAfterMonths: 24 }, "2026-01-01"), TODAY)).not.toBeNull();
  });

  test("looks at the dates of both windows", () => {
    const cycle = aCycle(2024, 2026);
    const sides = alone(cycle, told({ window: { is: "previous calendar year" } }));
    expect(sides && datesJudged(sides)).toEqual({
      from: "2024-01-01",
      to: "2026-12-31",
    });
  });
});

test.each([
  ["45 to 50 with 40", 5000, 4000, { by: -500, before: 500, after: 1000 }],
  ["45 to 50 with 47", 5000, 4700, { by: -300, before: 0, after: 300 }],
  ["45 to 50 with 60", 5000, 6000, { by: 0, before: 0, after: 0 }],
  ["45 to 40 with 42", 4000, 4200, { by: 300, before: 300, after: 0 }],
])("required %s", (_, required, counted, { by, before, after }) => {
  expect(changed(required, counted)).toMatchObject({
    by,
    before: { required: 4500, outstanding: before },
    after: { required, outstanding: after },
  });
});

test("without rules before there is nothing to compare", () => {
  const rules = rulesWith([], { fromOn: "2027-01-01", terms: CPT });
  const cycle = aCycle(2024, 2026);
  const sides = alone(cycle, rules);
  expect(sides && changeOf([], cycle, sides)).toBeNull();
});

test("the totals tell gains from losses, and who crosses the line", () => {
  const changes = [changed(5000, 4000), changed(5000, 4700), changed(4000, 4200), null];
  const impact = changes.reduce<Impact>(
    (sum, change, place) =>
      withChange(sum, aCycle(2024, 2026, { renewalId: place === 0 ? "renewal" : null }), change),
    NO_IMPACT,
  );
  expect(impact).toMatchObject({
    judged: 4,
    invoiced: 1,
    unruled: 1,
    gains: { cycles: 1, credits: 300, settled: 1 },
    losses: { cycles: 2, credits: 800, unsettled: 1 },
  });
  expect(impact.mostLost.map(({ by }) => by)).toEqual([-500, -300]);
});

test("only the hundred largest changes are kept, in their order", () => {
  const change = changed(5000, 4000);
  if (!change) throw new Error("Nothing changes.");
  let impact = NO_IMPACT;
  for (let nth = 0; nth < 250; nth++) {
    const by = -(((nth * 37) % 250) + 1);
    impact = withChange(impact, aCycle(2024, 2026), { ...change, by });
  }
  const largest = Array.from({ length: 100 }, (_, place) => place - 250);
  expect(impact.mostLost.map(({ by }) => by)).toEqual(largest);
  expect(impact.losses.cycles).toBe(250);
});

test("an invoice's figures bind before and after, and what counts is still judged anew", () => {
  const figures = { requiredCredits: 4000, minimumCredits: 0 };
  const cycle = aCycle(2024, 2026, { renewalId: "renewal", figures });
  const entries = [anEntry({ earnedOn: "2024-03-03", credits: 3000 })];
  const judge = (terms: Parameters<typeof told>[0]) => {
    const sides = alone(cycle, told(terms));
    return sides && changeOf(entries, cycle, sides);
  };
  expect(judge({ required: 6000 })).toMatchObject({
    by: 0,
    before: { required: 4000, outstanding: 1000 },
    after: { required: 4000, outstanding: 1000 },
  });
  expect(judge({ required: 6000, creditTypesRefused: ["CEC"] })).toMatchObject({ by: -3000 });
});

test("whoever's credits are waived neither gains nor falls short, and is counted apart", () => {
  const waived = aCycle(2024, 2026, { areCreditsWaived: true });
  const harder = withChange(NO_IMPACT, waived, changed(5000, 4000) ?? null);
  const impact = withChange(harder, waived, null);
  expect(impact).toEqual({ ...NO_IMPACT, judged: 2, waived: 2 });
});
