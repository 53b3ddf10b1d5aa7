import { describe, expect, test } from "vitest";
import {
  choice,
  day,
  days,
  email,
  flag,
  instant,
  localTime,
  maximum,
  monthDay,
  statement,
  text,
  textOrEmpty,
  timeZone,
} from "@/lib/imports/schema";

const read = (column: { cell: typeof email.cell }, said: string) => {
  const parsed = column.cell.safeParse(said);
  return parsed.success ? parsed.data : parsed.error.issues.map(({ message }) => message);
};

describe("a cell is taken", () => {
  test.each([
    ["text", text(), "UC25", "UC25"],
    ["an empty cell clears", textOrEmpty(), "", null],
    ["an e-mail address", email, "a.b+c@example.org", "a.b+c@example.org"],
    ["a birthday in a leap year", monthDay, "02-29", "02-29"],
    ["no birthday", monthDay, "", null],
    ["a day", day, "2024-02-29", "2024-02-29"],
    ["days", days, "2025-03-29; 2025-03-30", "{2025-03-29,2025-03-30}"],
    ["no days", days, "", "{}"],
    ["a local time", localTime, "07:30", "07:30"],
    ["a zone", timeZone, "America/Argentina/Buenos_Aires", "America/Argentina/Buenos_Aires"],
    ["UTC", timeZone, "UTC", "UTC"],
    ["a maximum, in hundredths", maximum, "7.25", "725"],
    ["an instant, in UTC", instant, "2025-01-05T10:00:00+02:00", "2025-01-05T08:00:00.000Z"],
    ["a flag", flag("yes"), "yes", "yes"],
    ["no flag", flag("yes"), "", null],
    ["one of the words", choice("active", "retired"), "retired", "retired"],
    ["a statement", statement("provider"), "{provider} says 50%.", "{provider} says 50%."],
  ])("%s", (_, column, said, taken) => {
    expect(read(column, said)).toEqual(taken);
  });
});

describe("a cell is refused, with what to write", () => {
  test.each([
    ["an empty cell that must say something", text(), ""],
    ["more text than there is room for", text(5), "abcdef"],
    ["no address", email, "not-an-address"],
    ["no such month", monthDay, "13-40"],
    ["no such birthday", monthDay, "02-30"],
    ["no such day", day, "2025-02-30"],
    ["a day of the year 0", day, "0000-01-01"],
    ["a day of a year before any of ours", day, "0026-03-29"],
    ["a day of a year far off", day, "9999-12-31"],
    ["a wrong year among days", days, "2025-03-29;0025-03-30"],
    ["a day in another order", day, "29.03.2025"],
    ["a wrong day among days", days, "2025-03-29;2025-02-30"],
    ["a day twice", days, "2025-03-29;2025-03-29"],
    ["a time past midnight", localTime, "24:00"],
    ["a time without minutes", localTime, "8"],
    ["an offset for a zone", timeZone, "+02:00"],
    ["no such zone", timeZone, "Mars/Olympus"],
    ["a maximum below zero", maximum, "-1"],
    ["a maximum with a comma", maximum, "7,25"],
    ["no maximum", maximum, ""],
    ["too high a maximum", maximum, "1000"],
    ["an instant without a zone", instant, "2025-01-05T10:00:00"],
    ["no instant", instant, "yesterday"],
    ["another flag", flag("yes"), "no"],
    ["another word", choice("online", "onsite"), "fax"],
    ["an unknown placeholder", statement("provider"), "{providr} says."],
  ])("%s", (_, column, said) => {
    expect(read(column, said)).toEqual([expect.stringMatching(/\.$/)]);
  });
});
