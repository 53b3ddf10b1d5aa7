import { parse } from "csv-parse/sync";
import { expect, test } from "vitest";
import { transcriptCsv } from "@/lib/transcripts/csv";
import { type Asked, transcriptOf } from "@/lib/transcripts/rules";
import { aStanding, aStandingEntry } from "@/tests/unit/dashboard/a-standing";

function read(entries: Parameters<typeof aStanding>[0], asked: Asked = {}) {
  const transcript = transcriptOf({ entries, standings: [aStanding(entries)] }, asked);
  return parse(transcriptCsv(transcript), { bom: true, columns: true }) as Record<string, string>[];
}

const COUNTED = "ACSM-CPT 1 Jan 2024–31 Dec 2026: counted";

test.each(["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", " =1", "＝1"])(
  "a title %j is no formula in a spreadsheet",
  (title) => {
    expect(read([aStandingEntry({ title })])[0]?.["Course Name"]).toBe(`'${title}`);
  },
);

test.each(["plain", "5-a-side", "a=b", 'say "hello", twice\nor more', "Łódź, 東京"])(
  "a title %j stays as it is",
  (title) => {
    expect(read([aStandingEntry({ title })])[0]?.["Course Name"]).toBe(title);
  },
);

test("amounts and dates stay what they are, and totals stand by credit type", () => {
  const rows = read([
    aStandingEntry({ credits: 650, format: "Teaching" }),
    aStandingEntry({ credits: 100, creditType: "CME", earnedOn: "2025-01-02" }),
    aStandingEntry({ credits: 300, isAccepted: false }),
  ]);
  expect(
    rows.map((row) => [row["Date Earned"], row["CECs Earned"], row.State, row[COUNTED]]),
  ).toEqual([
    ["2025-01-02", "1.00", "accepted", "1.00"],
    ["2026-03-03", "6.50", "accepted", "5.00"],
    ["2026-03-03", "3.00", "awaiting review", "0.00"],
    ["Total", "6.50", "accepted", ""],
    ["Total", "1.00", "accepted", ""],
    ["Total", "", "counted", "6.00"],
  ]);
});

test("dates asked for are inclusive, and what counts is of the whole record", () => {
  const taught = ["2026-01-01", "2026-06-01", "2026-12-01"].map((earnedOn) =>
    aStandingEntry({ earnedOn, format: "Teaching", credits: 300 }),
  );
  const rows = read(taught, { from: "2026-06-01", to: "2026-12-01" });
  expect(rows.map((row) => row[COUNTED])).toEqual(["2.00", "0.00", "", "2.00"]);
});

test("one entry alone is a transcript of one entry", () => {
  const [first, second] = [aStandingEntry(), aStandingEntry({ credits: 250 })];
  const rows = read([first, second], { entry: second.id });
  expect(rows.map((row) => row["CECs Earned"])).toEqual(["2.50", "2.50", ""]);
});
