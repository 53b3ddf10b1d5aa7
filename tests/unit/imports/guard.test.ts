import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { csvLine, unguarded } from "@/lib/csv";

/** The cells of a line as a spreadsheet shows them, and as our import reads them. */
const shown = (line: string): string[] => parse(line)[0] ?? [];
const read = (line: string) => shown(line).map(unguarded);

describe("a cell that we write is read as what it was", () => {
  test.each([
    ["+1 555 0100", "'+1 555 0100"],
    ["=1+1", "'=1+1"],
    ["-5", "'-5"],
    ["@home", "'@home"],
    ["  =1", "'  =1"],
    ["\t=1", "'\t=1"],
    ["＝1", "'＝1"],
    ["Ada", "Ada"],
    ["", ""],
    ["1 555 0100", "1 555 0100"],
    ["O'Neill", "O'Neill"],
    ["'t Hooft", "'t Hooft"],
    ["'", "'"],
    ["'=1", "''=1"],
    ["''=1", "'''=1"],
    ["' =1", "'' =1"],
    [" '=1", " '=1"],
    ['\'+1, "home"\nor work', "''+1, \"home\"\nor work"],
  ])("%j", (text, spreadsheet) => {
    const line = csvLine([text, "x"]);
    expect(shown(line)).toEqual([spreadsheet, "x"]);
    expect(read(line)).toEqual([text, "x"]);
  });

  test("whatever it is", () => {
    const piece = fc.constantFrom(
      "'",
      "=",
      "+",
      "-",
      "@",
      "＝",
      " ",
      "\t",
      '"',
      ",",
      "a",
      "1",
      "\n",
    );
    const text = fc.oneof(
      fc.array(piece, { maxLength: 6 }).map((all) => all.join("")),
      fc.string(),
    );
    fc.assert(
      fc.property(text, (cell) => {
        expect(read(csvLine([cell, "x"]))).toEqual([cell, "x"]);
      }),
    );
  });

  test("and none begins as a formula does in the spreadsheet", () => {
    for (const text of ["=1", "'=1", " =1", "+", "-1", "@a"]) {
      expect(shown(csvLine([text]))[0]).not.toMatch(/^\s*[=+\-@]/);
    }
  });
});
