import { describe, expect, test } from "vitest";
import type { RuleTerms } from "@/lib/programs/schema";
import { PARTICIPATION } from "@/lib/rule-drafts/caps";
import { draftOf, FIRST_DRAFT, termsTyped } from "@/lib/rule-drafts/rules";
import type { RuleDraft } from "@/lib/rule-drafts/schema";
import { SHIPPED } from "@/tests/unit/programs/shipped";

const filled = draftOf("CPT", "2027-01-01", FIRST_DRAFT);
const typed = (told: Partial<RuleDraft>) => termsTyped({ ...filled, ...told });
const said = (told: Partial<RuleDraft>): Partial<RuleTerms> | string => {
  const answer = typed(told);
  return "terms" in answer ? answer.terms : JSON.stringify(answer.refusals);
};

test.each(
  SHIPPED.flatMap(({ code, versions }) =>
    versions.map(({ fromOn, terms }) => ({ code, fromOn, terms })),
  ),
)("the form of $code from $fromOn says what the version says", ({ code, fromOn, terms }) => {
  const answer = termsTyped(draftOf(code, fromOn, terms));
  // Boxes are ticked in the order of the form.
  const sources = expect.toSatisfy(
    (ticked: string[]) => ticked.toSorted().join() === terms.sources.toSorted().join(),
  );
  expect(answer).toEqual({ fromOn, terms: { ...terms, sources } });
});

test.each<[string, Partial<RuleDraft>, Partial<RuleTerms>]>([
  ["credits are hundredths", { required: " 6.5 " }, { required: 650 }],
  ["money is cents", { fee: "125", lateFee: "50.50" }, { fee: 12500, lateFee: 5050 }],
  ["a blank minimum is none", { required: "8", inNetwork: " " }, { minimums: [] }],
  [
    "a minimum is in-network",
    { required: "8", inNetwork: "5" },
    { minimums: [{ of: "in-network", credits: 500 }] },
  ],
  ["a blank lapse is never", { lapseAfterMonths: "" }, { lapseAfterMonths: null }],
  [
    "months count only for the window of months",
    { windowIs: "cycle", windowMonths: "x" },
    { window: { is: "cycle" } },
  ],
  [
    "a window of months",
    { windowIs: "months", windowMonths: "24", windowEndingOn: "due" },
    { window: { is: "months", months: 24, endingOn: "due" } },
  ],
  [
    "a format without a date is always accepted",
    { formatName: ["Reading", "Teaching"], formatFrom: ["", "2027-01-01"] },
    { formatsFrom: { Teaching: "2027-01-01" } },
  ],
])("%s", (_, told, terms) => {
  expect(said(told)).toMatchObject(terms);
});

test.each<[string, Partial<RuleDraft>]>([
  ["fromOn", { fromOn: "2027-02-30" }],
  ["cycleYears", { cycleYears: "0" }],
  ["cycleYears", { cycleYears: "1.5" }],
  ["windowMonths", { windowIs: "months", windowMonths: "" }],
  ["lateFeeAfterMonths", { lateFeeAfterMonths: "-1" }],
  ["lapseAfterMonths", { lapseAfterMonths: "0" }],
  ["required", { required: "6,5" }],
  ["required", { required: "" }],
  ["inNetwork", { inNetwork: "x" }],
  ["fee", { fee: "-1" }],
  ["lateFee", { lateFee: "1e3" }],
  ["sources", { sources: ["somebody"] }],
  ["formatFrom", { formatName: ["Reading"], formatFrom: ["soon"] }],
  ["windowIs", { windowIs: "whenever" }],
])("what is wrong with %s is said there", (field, told) => {
  const answer = typed(told);
  expect("refusals" in answer ? Object.keys(answer.refusals) : []).toEqual([field]);
});

test("all that is wrong is said at once", () => {
  const answer = typed({ required: "x", fee: "x", capCredits: ["x"], capFormats: ["0:Reading"] });
  expect("refusals" in answer && Object.keys(answer.refusals).sort()).toEqual([
    "capCredits0",
    "capPer0",
    "fee",
    "required",
  ]);
});

describe("a maximum", () => {
  const row = { capName: [""], capPer: ["cycle"], capFrom: [""], capTo: [""], capRemoved: [] };
  const cap = (told: Partial<RuleDraft>) => said({ ...row, ...told });

  test("without credits and formats is none", () => {
    expect(cap({ capCredits: [" "], capFormats: [] })).toMatchObject({ caps: [] });
  });

  test("that is left out is none, whatever it says", () => {
    const out = cap({ capCredits: ["x"], capFormats: ["0:Reading"], capRemoved: ["0"] });
    expect(out).toMatchObject({ caps: [] });
  });

  test("takes the formats of its own row", () => {
    const two = {
      capName: ["", "Both"],
      capCredits: ["5", "8"],
      capPer: ["cycle", "calendar year"],
      capFrom: ["", "2027-01-01"],
      capTo: ["", ""],
      capFormats: ["0:Teaching", "1:Teaching", "1:Volunteering"],
    };
    expect(cap(two)).toMatchObject({
      caps: [
        { formats: ["Teaching"], credits: 500, per: "cycle" },
        { name: "Both", formats: ["Teaching", "Volunteering"], per: "calendar year" },
      ],
    });
  });

  test("of participation credit names no formats", () => {
    const formats = [`0:${PARTICIPATION}`];
    expect(cap({ capCredits: ["2"], capFormats: formats })).toMatchObject({
      caps: [{ formats: "participation", credits: 200 }],
    });
    expect(cap({ capCredits: ["2"], capFormats: [...formats, "0:Reading"] })).toContain("not both");
  });

  test("needs credits, formats and dates that are dates", () => {
    expect(cap({ capCredits: [""], capFormats: ["0:Reading"] })).toContain("capCredits0");
    expect(cap({ capCredits: ["5"], capFormats: [] })).toContain("capFormats0");
    expect(cap({ capCredits: ["5"], capFormats: ["0:Reading"], capTo: ["x"] })).toContain("capTo0");
  });
});
