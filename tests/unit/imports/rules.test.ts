import { describe, expect, test } from "vitest";
import { cleanCell, columnsOf, copyLine, printRemark, refusalsOfHeader } from "@/lib/imports/rules";
import { email, optional, text } from "@/lib/imports/schema";

describe("the white space of a cell", () => {
  test.each([
    ["Jean-Luc", { text: "Jean-Luc" }],
    ["Minh Khai", { text: "Minh Khai" }],
    [" padded ", { text: "padded" }],
    ["", { text: "" }],
  ])("%j needs no note", (cell, clean) => {
    expect(cleanCell(cell)).toEqual(clean);
  });

  test.each(["Line\nBreak", "Line\r\nBreak", "Line \n Break", "Line\u2028Break"])(
    "the line break of %j becomes one space, and that is noted",
    (cell) => {
      expect(cleanCell(cell)).toEqual({
        text: "Line Break",
        note: 'A line break became one space: "Line Break".',
      });
    },
  );

  test.each(["Two  Spaces", "Two\tSpaces", "Two\u00a0Spaces"])(
    "the run of %j becomes one space, and that is noted",
    (cell) => {
      expect(cleanCell(cell)).toEqual({
        text: "Two Spaces",
        note: 'A run of spaces became one space: "Two Spaces".',
      });
    },
  );

  test.each(["a\u0000b", "a\u0007b", "a\u009fb"])(
    "the control character of %j is refused",
    (cell) => {
      expect(cleanCell(cell)).toMatchObject({ refusal: expect.any(String) });
    },
  );
});

describe("an invisible character", () => {
  test.each([
    ["Ada\u202EadA", "U+202E"],
    ["Ad\u200Ba", "U+200B"],
    ["\u200BAda", "U+200B"],
    ["Ada\u2060", "U+2060"],
    ["A\u00ADda", "U+00AD"],
    ["Ada\u{E0041}", "U+E0041"],
    ["A\u200Dda", "U+200D"],
    ["Ada \u200CLace", "U+200C"],
  ])("of %j is refused by its number", (cell, code) => {
    expect(cleanCell(cell)).toEqual({
      text: "",
      refusal: `This cell holds the invisible character ${code}. Remove it.`,
    });
  });

  test.each(["علی\u200Cرضا", "ශ්\u200Dරී", "क्\u200Dष", "\u0601\u0661"])(
    "that spells the word %j is taken",
    (text) => {
      expect(cleanCell(text)).toEqual({ text });
    },
  );
});

describe("a header", () => {
  const columns = { email, name: text(), phone: optional(text()) };

  test.each([
    ["email,name,phone", []],
    ["name,email", []],
    ["name", ["line 1, column email: This column is missing from the header."]],
    ["name,email,fax", ["line 1, column fax: Files of this kind have no such column."]],
    ["name,email,toString", ["line 1, column toString: Files of this kind have no such column."]],
    ["name,email,name", ["line 1, column name: The header names this column twice."]],
  ])("%s", (header, refusals) => {
    expect(refusalsOfHeader(header.split(","), columns).map(printRemark)).toEqual(refusals);
  });
});

test("a line for COPY keeps null apart from text, and escapes its own escape", () => {
  expect(copyLine(["1", null, "", String.raw`C:\new`])).toBe("1\t\\N\t\tC:\\\\new\n");
});

test("a header's needed columns stand apart from those that may be left out", () => {
  const columns = { phone: optional(text()), member_number: text(), email };
  expect(columnsOf(columns)).toEqual({ needed: ["member_number", "email"], optional: ["phone"] });
});
