import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Entry } from "@/lib/allocations/lines";
import { allocate } from "@/lib/allocations/rules";
import { refusalOfTerms, type TermsInForce } from "@/lib/programs/rules";
import { anEntry, someTerms } from "./an-entry";
import { CYCLE } from "./answers";

const FORMATS = ["Teaching", "Volunteering", "Reading"];
const DAYS = ["2023-12-31", "2024-01-01", "2024-06-30", "2025-01-01", "2025-12-31", "2026-07-01"];

const aCap = fc.record(
  {
    formats: fc.subarray(FORMATS, { minLength: 1 }),
    credits: fc.integer({ min: 0, max: 1500 }),
    per: fc.constantFrom("calendar year", "cycle year", "cycle"),
    from: fc.constantFrom("2024-07-01", "2025-01-01"),
    to: fc.constantFrom("2025-12-31", "2026-06-30"),
  },
  { requiredKeys: ["formats", "credits", "per"] },
);

/** Rules with one to four caps that a version may have. */
const someRules = fc
  .record({
    caps: fc.array(aCap, { minLength: 1, maxLength: 4 }),
    required: fc.integer({ min: 0, max: 4000 }),
  })
  .map(someTerms)
  .filter((terms) => refusalOfTerms(terms) === null);

/** Entries no two of which are duplicates. */
const someEntries = fc
  .array(
    fc.record({
      earnedOn: fc.constantFrom(...DAYS),
      reportedOn: fc.constantFrom("2026-08-01", "2026-08-02"),
      format: fc.constantFrom(...FORMATS),
      credits: fc.integer({ min: 0, max: 1200 }),
      inNetwork: fc.boolean(),
      isAccepted: fc.boolean(),
    }),
    { minLength: 1, maxLength: 14 },
  )
  .map((told) => told.map(anEntry));

const cycle = fc.constantFrom(CYCLE, { startsOn: "2024-07-01", endsOn: "2027-06-30" });
const sum = (amounts: number[]) => amounts.reduce((total, amount) => total + amount, 0);

function hold(law: (entries: Entry[], terms: TermsInForce, dates: typeof CYCLE) => void) {
  fc.assert(fc.property(someEntries, someRules, cycle, law), { numRuns: 200 });
}

describe("whatever the entries and the nested caps", () => {
  test("what counts is never more than the entries, what is required, or a cap", () => {
    hold((entries, terms, dates) => {
      const { lines, counted, surplus, required } = allocate(entries, dates, terms);
      const credited = new Map(lines.map((line) => [line.entryId, line.counted + line.surplus]));
      expect(counted).toBe(sum(lines.map((line) => line.counted)));
      expect(counted).toBeLessThanOrEqual(required);
      expect(counted + surplus).toBeLessThanOrEqual(sum(entries.map(({ credits }) => credits)));
      for (const cap of terms.caps) {
        const used = new Map<string, number>();
        for (const { id, format, earnedOn } of entries) {
          const isWithin = (cap.from ?? "") <= earnedOn && earnedOn <= (cap.to ?? "9999");
          if (!isWithin || !cap.formats.includes(format)) continue;
          const period = { cycle: "", "calendar year": earnedOn.slice(0, 4) };
          const key = { ...period, "cycle year": cycleYear(earnedOn, dates) }[cap.per];
          used.set(key, (used.get(key) ?? 0) + (credited.get(id) ?? 0));
        }
        expect(Math.max(0, ...used.values())).toBeLessThanOrEqual(cap.credits);
      }
    });
  });

  test("each line splits its entry without remainder", () => {
    hold((entries, terms, dates) => {
      const { lines, pending, surplus } = allocate(entries, dates, terms);
      const credits = new Map(entries.map((entry) => [entry.id, entry.credits]));
      for (const line of lines) {
        expect(line.counted + line.rest).toBe(credits.get(line.entryId));
        expect(line.surplus).toBeLessThanOrEqual(line.rest);
      }
      expect(sum(lines.map((line) => line.pending))).toBe(pending);
      expect(sum(lines.map((line) => line.surplus))).toBe(surplus);
    });
  });

  test("the order in which entries are handed over changes nothing", () => {
    hold((entries, terms, dates) => {
      expect(allocate(entries.toReversed(), dates, terms)).toEqual(allocate(entries, dates, terms));
    });
  });

  test("removing an entry never lowers another's count, and never raises the total", () => {
    hold((entries, terms, dates) => {
      const before = allocate(entries, dates, terms);
      const counts = new Map(before.lines.map((line) => [line.entryId, line.counted]));
      for (const removed of entries) {
        const after = allocate(
          entries.filter((entry) => entry !== removed),
          dates,
          terms,
        );
        for (const line of after.lines) {
          expect(line.counted).toBeGreaterThanOrEqual(counts.get(line.entryId) ?? 0);
        }
        expect(after.counted).toBeLessThanOrEqual(before.counted);
        expect(after.counted + after.surplus).toBeLessThanOrEqual(before.counted + before.surplus);
      }
    });
  });

  test("what is pending is what the total gains when all of it is accepted", () => {
    hold((entries, terms, dates) => {
      const { counted, surplus, pending } = allocate(entries, dates, terms);
      const accepted = entries.map((entry) => ({ ...entry, isAccepted: true }));
      const after = allocate(accepted, dates, terms);
      expect(after.counted + after.surplus).toBe(counted + surplus + pending);
    });
  });
});

function cycleYear(day: string, { startsOn }: typeof CYCLE): string {
  const passed = Number(day.slice(0, 4)) - Number(startsOn.slice(0, 4));
  return String(day.slice(5) < startsOn.slice(5) ? passed - 1 : passed);
}
