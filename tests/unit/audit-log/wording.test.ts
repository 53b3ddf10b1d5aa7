import { expect, test } from "vitest";
import { factLines, idsIn, inList, nameWords } from "@/lib/audit-log/wording";

const MEETING = "019a0000-0000-7000-8000-000000000001";
const reading = {
  timeZone: "America/Chicago",
  currency: "usd",
  names: new Map([[MEETING, "Annual Convention"]]),
};

const said = (facts: Record<string, unknown>) =>
  factLines(facts, reading).map(({ name, words }) => `${name}: ${words}`);

test.each([
  [
    { day: "2026-04-10", from: 650, to: 575, certificate: null },
    ["Credits: 6.50 → 5.75", "Day: 10 April 2026", "Certificate: none"],
  ],
  [{ from: null, to: 700 }, ["Credits: none → 7.00"]],
  [
    { associationName: { from: "The Institute", to: "The Academy" } },
    ["Association name: The Institute → The Academy"],
  ],
  [
    {
      replaces: MEETING,
      from: { credits: 400, format: "Teaching" },
      to: { credits: 500, format: "Teaching" },
    },
    ["Credits: 4.00 → 5.00", "Replaces: Annual Convention"],
  ],
  [
    { fromOn: "2027-01-01", from: null, to: { fee: 12_500, sources: ["claim", "report"] } },
    ["Fee: none → $125.00", "Sources: none → claim, report", "From on: 1 January 2027"],
  ],
  [{ from: "2026-01-01", to: "2026-12-31" }, ["From: 1 January 2026", "To: 31 December 2026"]],
  [
    { event: MEETING, sessions: 3, participation: true, at: "2026-11-22T04:05:00.000Z" },
    [
      "Event: Annual Convention",
      "Sessions: 3",
      "Participation: yes",
      "At: 21 Nov 2026, 22:05 Chicago time",
    ],
  ],
  [
    { names: [{ code: "CAM", name: "Manager", fromOn: "2020-01-01" }] },
    ["Names: code CAM, name Manager, from on 1 January 2020"],
  ],
  [{ file: "ab".repeat(32), days: [] }, ["File: abababababab…", "Days: none"]],
  [{ cents: 25_000, lateFee: 0 }, ["Amount: $250.00", "Late fee: $0.00"]],
  [
    { from: { number: 4 }, to: { adjustment: -2500 } },
    ["Number: 4 → none", "Adjustment: none → -$25.00"],
  ],
  [
    { cents: 12_500, currency: "eur", held: "amount_differs" },
    ["Amount: €125.00", "Currency: eur", "Held: amount differs"],
  ],
  [{ cents: null, currency: null }, ["Amount: none", "Currency: none"]],
  [
    { role: "local_office", muted: ["credits_open"], username: "ada_example" },
    ["Role: local office", "Muted: credits open", "Username: ada_example"],
  ],
  [{}, []],
] as const)("%o is told in words", (facts, lines) => {
  expect(said(facts)).toEqual(lines);
});

test("a field's name is read as words", () => {
  expect(["logoSha256", "memberId", "invoice_days", "title"].map(nameWords)).toEqual([
    "Logo",
    "Member",
    "Invoice days",
    "Title",
  ]);
});

test("ids are found however deep they stand", () => {
  expect(idsIn({ a: [{ b: MEETING }], c: "no id", d: null })).toEqual([MEETING]);
});

test("a list shows the beginning of a long fact, by whole characters", () => {
  expect(inList("short")).toBe("short");
  expect(inList("a".repeat(20_000))).toBe(`${"a".repeat(240)}…`);
  expect(inList(`a${"😀".repeat(300)}`)).toBe(`a${"😀".repeat(239)}…`);
});
