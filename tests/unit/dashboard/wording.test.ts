import { describe, expect, test } from "vitest";
import { linesByEntry } from "@/lib/dashboard/rules";
import {
  countsForWords,
  lineWords,
  maximaSentences,
  moveNotice,
  reachedWords,
  reasonForStaff,
  toGoWords,
} from "@/lib/dashboard/wording";
import { aStanding, aStandingEntry } from "./a-standing";

const TODAY = "2026-11-21";
const IN_NETWORK = [{ of: "in-network" as const, credits: 500 }];

describe("the gauge in words", () => {
  test("says what is reached, what is left and by when", () => {
    const standing = aStanding([aStandingEntry({ credits: 3200 })]);
    expect(reachedWords(standing)).toBe("32 of 45");
    expect(toGoWords(standing, TODAY)).toBe("13 to go by 31 Dec 2026");
  });

  test.each([
    [[aStandingEntry({ credits: 4500 })], {}, "Complete"],
    [[aStandingEntry({ credits: 6000 })], {}, "Complete"],
    [[], { required: 0 }, "Nothing is required"],
    [[aStandingEntry({ credits: 650 })], { required: 1000 }, "3.50 to go by 31 Dec 2026"],
    [
      [aStandingEntry({ credits: 800 })],
      { required: 800, minimums: IN_NETWORK },
      "5 in-network to go by 31 Dec 2026",
    ],
    [[], { required: 800, minimums: IN_NETWORK }, "8 to go by 31 Dec 2026"],
  ])("case %#", (entries, terms, words) => {
    expect(toGoWords(aStanding(entries, { terms }), TODAY)).toBe(words);
  });

  test("says that the window is over, when it is", () => {
    const words = toGoWords(aStanding([]), "2027-02-01");
    expect(words).toBe("45 to go, the window ended 31 Dec 2026");
  });
});

describe("what an entry counts for", () => {
  const taught = [
    aStandingEntry({ format: "Teaching", credits: 300 }),
    aStandingEntry({ format: "Teaching", credits: 300, earnedOn: "2026-04-04" }),
  ];
  const standings = [
    aStanding(taught),
    aStanding(taught, { code: "ACSM-EP", terms: { caps: [] } }),
    aStanding(taught, { code: "CAM", from: "2020-01-01", to: "2020-12-31" }),
  ];
  const lines = linesByEntry(standings).get(taught[1]?.id ?? "") ?? [];

  test("stands in one line, cycle by cycle", () => {
    expect(countsForWords(lines)).toBe("CPT 2.00 · EP 3.00");
    expect(countsForWords(lines.slice(2))).toBe("Nothing");
  });

  test("says why not more, with the rule", () => {
    expect(lines.map(({ line }) => lineWords(line))).toEqual([
      "2.00 counted, 1.00 not: yearly maximum. At most 5.00 Teaching in a calendar year (2026: 3.00 before this).",
      "3.00 counted. Earned in the window from 1 January 2024 to 31 December 2026.",
      "Nothing counted: outside the window. Only credit earned from 1 January 2020 to 31 December 2020 counts.",
    ]);
  });

  test("says of what was returned whose turn it is, to its member and to staff", () => {
    const returned = aStandingEntry({ isAccepted: false, state: "returned" });
    const lines = linesByEntry([aStanding([returned])]).get(returned.id) ?? [];
    expect(countsForWords(lines)).toBe("Nothing");
    expect(lines.map(({ line }) => lineWords(line))).toEqual([
      "Nothing counted: returned to you. Staff sent it back: it counts once it is reported again and accepted.",
    ]);
    expect(lines.map(({ line }) => reasonForStaff(line.reason))).toEqual([
      "Returned to the member",
    ]);
    expect(reasonForStaff("yearly maximum")).toBe("Yearly maximum");
  });

  test("says what awaits review", () => {
    const waiting = aStandingEntry({ credits: 400, isAccepted: false });
    expect(countsForWords(linesByEntry([aStanding([waiting])]).get(waiting.id) ?? [])).toBe(
      "CPT 4.00 pending",
    );
  });
});

describe("the notices", () => {
  const volunteering = { formats: ["Volunteering"], credits: 800, per: "calendar year" as const };
  const teaching = { formats: ["Teaching"], credits: 500, per: "calendar year" as const };

  test("name the yearly maxima as the association's page does", () => {
    const { cycle } = aStanding([], { terms: { caps: [teaching, volunteering] } });
    expect(maximaSentences([cycle])).toEqual([
      "A maximum of 5 credits with the format of Teaching, and/or 8 credits for Volunteering will apply to your total credits each year.",
    ]);
  });

  test("say whom they are for, where certifications differ, and none where none is", () => {
    const held = [aStanding([]).cycle, aStanding([], { code: "CAM", terms: { caps: [] } }).cycle];
    expect(maximaSentences(held)).toEqual([
      "For ACSM-CPT, a maximum of 5 credits with the format of Teaching will apply to your total credits each year.",
    ]);
    expect(maximaSentences(held.slice(1))).toEqual([]);
  });

  test("speak of the move only where an entry carries its date", () => {
    const moved = { moveOn: "2025-02-22", shortName: "ACSM" };
    const carried = aStandingEntry({ earnedOn: "2024-05-01", reportedOn: "2025-02-22" });
    const since = aStandingEntry({ earnedOn: "2025-02-22", reportedOn: "2025-02-22" });
    expect(moveNotice([carried], moved)).toBe(
      "For credits submitted prior to 22 February 2025, the Date Reported will be the date ACSM changed systems. Credits apply correctly to your certification based on the Date Earned.",
    );
    expect(moveNotice([since], moved)).toBeNull();
    expect(moveNotice([carried], { ...moved, moveOn: null })).toBeNull();
  });
});
