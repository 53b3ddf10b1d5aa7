import { describe, expect, test } from "vitest";
import { termsFor, years } from "@/tests/unit/programs/shipped";
import { anEntry } from "./an-entry";
import { answers, entriesOf } from "./answers";

test("thirty entries of 0.1 make 3.00", () => {
  const entries = Array.from({ length: 30 }, () => anEntry({ credits: 10 }));
  expect(answers(entries).counted).toBe(300);
});

describe("minimums and surplus", () => {
  const manager = years(2027);
  const terms = termsFor("CAM", manager);
  const posts = (...told: [number, boolean][]) =>
    entriesOf(
      ...told.map(([credits, inNetwork]) => ({
        credits,
        inNetwork,
        source: "provider_post" as const,
        earnedOn: "2026-03-01",
      })),
    );

  test.each<[string, [number, boolean][], number, number, number]>([
    ["nothing yet: all 8", [], 0, 0, 800],
    ["the total falls short more", [[300, true]], 300, 0, 500],
    [
      "the minimum falls short more",
      [
        [500, false],
        [200, true],
      ],
      700,
      0,
      300,
    ],
    [
      "the total is reached, the minimum is not",
      [
        [800, false],
        [300, true],
      ],
      800,
      300,
      200,
    ],
    [
      "both are reached",
      [
        [300, false],
        [500, true],
      ],
      800,
      0,
      0,
    ],
    [
      "surplus is shown, and counts toward the minimum",
      [
        [800, false],
        [500, true],
      ],
      800,
      500,
      0,
    ],
  ])("%s", (_what, told, counted, surplus, outstanding) => {
    expect(answers(posts(...told), manager, terms)).toMatchObject({
      counted,
      surplus,
      outstanding,
    });
  });

  test("a minimum is measured after caps", () => {
    const entries = entriesOf({
      format: "Volunteering",
      credits: 500,
      inNetwork: true,
      source: "claim",
      earnedOn: "2026-03-01",
    });
    const { minimums, outstanding } = answers(entries, manager, terms);
    expect(minimums).toEqual([{ of: "in-network", credits: 500, counted: 200, missing: 300 }]);
    expect(outstanding).toBe(600);
  });

  test("the last entries are the surplus", () => {
    const entries = entriesOf(
      { credits: 4000 },
      { earnedOn: "2024-07-01", credits: 700 },
      { earnedOn: "2024-08-01" },
    );
    const { counts, reasons, details } = answers(entries);
    expect(counts).toEqual([4000, 500, 0]);
    expect(reasons).toEqual(["counted", "surplus", "surplus"]);
    expect(details[1]).toBe("2.00 is more than the 45.00 required; surplus is not carried over.");
  });

  test("a program that requires nothing has nothing outstanding", () => {
    const entries = entriesOf({ source: "claim", earnedOn: "2026-03-01" });
    const answer = answers(entries, manager, termsFor("CAMT", manager));
    expect(answer).toMatchObject({
      counted: 0,
      surplus: 100,
      outstanding: 0,
      reasons: ["surplus"],
    });
  });
});

describe("an entry that awaits review", () => {
  const teaching = { format: "Teaching", credits: 400 };

  test("counts nothing, and is told apart with what it would add", () => {
    const entries = entriesOf(
      { ...teaching, isAccepted: false },
      { ...teaching, earnedOn: "2024-08-01" },
    );
    const answer = answers(entries);
    expect(answer).toMatchObject({ counts: [0, 400], counted: 400, pending: 100 });
    expect(answer.reasons).toEqual(["awaiting review", "counted"]);
    expect(answer.details[0]).toBe(
      "Accepted, it would add 1.00. At most 5.00 Teaching in a calendar year (2024: 4.00 before this).",
    );
  });

  test("adds nothing where it repeats one that counts, and keeps none from counting", () => {
    const same = { titleKey: "same", title: "Same" };
    const answer = answers(entriesOf({ ...same, isAccepted: false }, same));
    expect(answer).toMatchObject({
      counts: [0, 100],
      reasons: ["awaiting review", "counted"],
      pending: 0,
    });
  });

  test.each([
    ["repeats nothing", {}, "returned"],
    ["repeats one that counts", { titleKey: "same" }, "returned"],
    ["lies out of the window", { earnedOn: "2020-01-01" }, "outside the window"],
  ])("and was sent back adds nothing and takes no room: one that %s", (_, told, reason) => {
    const sentBack = { ...teaching, ...told, isAccepted: false, state: "returned" };
    const waiting = { ...teaching, isAccepted: false, earnedOn: "2024-08-01" };
    const answer = answers(entriesOf(sentBack, waiting, { titleKey: "same" }));
    expect(answer).toMatchObject({
      counts: [0, 0, 100],
      reasons: [reason, "awaiting review", "counted"],
      pending: 400,
    });
  });

  test("that could never count is refused as any other", () => {
    expect(answers(entriesOf({ isAccepted: false, creditType: "None" })).reasons).toEqual([
      "credit type not accepted",
    ]);
  });
});
