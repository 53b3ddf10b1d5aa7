import { describe, expect, test } from "vitest";
import { allocate } from "@/lib/allocations/rules";
import { renewedPeriod } from "@/lib/certifications/rules";
import { figuresOf } from "@/lib/invoices/rules";
import { combineTerms } from "@/lib/renewals/rules";
import { anEntry, someTerms } from "@/tests/unit/allocations/an-entry";
import { termsFor, versionsShipped, years } from "@/tests/unit/programs/shipped";

const combined = (year: number, ...codes: string[]) =>
  combineTerms(codes.map((code) => termsFor(code, years(year))));

describe("credentials that renew together ask for", () => {
  test.each([
    ["6 to 2021", 2021, ["CAM", "CALP"], 600, 500],
    ["8 from 2022", 2022, ["CAM", "CALP"], 800, 500],
    ["nothing for CAMT alone", 2027, ["CAMT"], 0, 0],
    ["what CAM asks for, with CAMT", 2027, ["CAM", "CAMT"], 800, 500],
    ["the larger minimum, whichever comes first", 2027, ["AIME", "CAPS"], 800, 500],
    ["3 for CALP and CAS to 2021", 2021, ["CALP", "CAS"], 300, 300],
  ])("%s", (_, year, codes, requiredCredits, minimumCredits) => {
    expect(figuresOf(combined(year, ...codes))).toMatchObject({ requiredCredits, minimumCredits });
  });

  test("the fees together and the largest late fee once", () => {
    const terms = combineTerms([
      someTerms({ fee: 6000, lateFee: 8000 }),
      someTerms({ fee: 7000, lateFee: 5000 }),
    ]);
    expect(terms).toMatchObject({ fee: 13000, lateFee: 8000 });
  });

  test("the smallest of equal caps, and all others side by side", () => {
    const cap = { formats: ["Teaching"], per: "calendar year" };
    const terms = combineTerms([
      someTerms({ caps: [{ ...cap, credits: 500 }] }),
      someTerms({
        caps: [
          { ...cap, credits: 300 },
          { ...cap, per: "cycle", credits: 900 },
        ],
      }),
    ]);
    expect(terms.caps.map(({ per, credits }) => [per, credits])).toEqual([
      ["calendar year", 300],
      ["cycle", 900],
    ]);
  });

  test("only what all of them accept, from the latest date", () => {
    const terms = combineTerms([
      someTerms({
        sources: ["claim", "self_report"],
        creditTypesRefused: ["None"],
        formatsFrom: { Reading: "2025-01-01" },
      }),
      someTerms({
        sources: ["claim", "provider_post"],
        creditTypesRefused: ["CME"],
        formatsFrom: { Reading: "2026-01-01", Teaching: "2024-01-01" },
      }),
    ]);
    expect(terms).toMatchObject({
      sources: ["claim"],
      creditTypesRefused: ["None", "CME"],
      formatsFrom: { Reading: "2026-01-01", Teaching: "2024-01-01" },
    });
  });
});

describe("for the 2020 renewal credit is earned in 2019", () => {
  test.each([
    ["2018-12-31", 0],
    ["2019-01-01", 100],
    ["2019-12-31", 100],
    ["2020-01-01", 0],
  ])("%s counts %i", (earnedOn, counted) => {
    const entry = anEntry({ earnedOn, source: "provider_post" });
    const terms = combined(2020, "CAM", "CALP");
    const standing = allocate([entry], years(2020), terms);
    expect(standing.counted).toBe(counted);
    if (counted === 0) expect(standing.lines[0]?.reason).toBe("outside the window");
  });

  test("and what is earned in 2020 counts for 2021", () => {
    const entry = anEntry({ earnedOn: "2020-01-01", source: "provider_post" });
    expect(allocate([entry], years(2021), combined(2021, "CAM")).counted).toBe(100);
  });
});

describe("a renewal is for", () => {
  test.each([
    ["CAM", years(2027), years(2027)],
    ["ACSM-CPT", years(2024, 2026), years(2027, 2029)],
  ] as const)("%s: the period it makes valid", (code, cycle, period) => {
    expect(renewedPeriod(cycle, termsFor(code, cycle), versionsShipped(code))).toEqual(period);
  });
});
