import { beforeAll, describe, expect, test } from "vitest";
import { shippedPrograms } from "@/tests/support/a-certification";
import { ASSOCIATION_FILES, countRows, importPath } from "@/tests/support/imports";

describe("the association's files", () => {
  beforeAll(async () => {
    await shippedPrograms();
    for (const [kind, path] of ASSOCIATION_FILES) {
      const { refusals, lines } = await importPath(kind, path);
      expect({ kind, refusals, lines: refusals > 0 ? lines : [] }).toEqual({
        kind,
        refusals: 0,
        lines: [],
      });
    }
  });

  test.each(ASSOCIATION_FILES)("%s applied a second time changes nothing", async (kind, path) => {
    const before = await countRows();
    const { added, changed, rows } = await importPath(kind, path);
    expect({ added, changed }).toEqual({ added: 0, changed: 0 });
    expect(rows).toBeGreaterThan(0);
    expect(await countRows()).toEqual(before);
  });

  test.each([
    [
      "members",
      "good-and-bad-rows.csv",
      [
        "line 3, column email",
        "line 3, column birth_month_day",
        "line 4, column member_number",
        "line 5, column username",
      ],
    ],
    ["members", "utf16.csv", ["line 1, column 1"]],
    ["members", "latin1.csv", ["line 2, column first_name"]],
    [
      "event-days",
      "maximum-and-times.csv",
      ["line 2, column ends", "line 3, column maximum_credits", "line 4, column maximum_credits"],
    ],
    ["registrations", "not-a-day-of-the-event.csv", ["line 2, column days"]],
    [
      "registrations",
      "unknown-member-and-bad-date.csv",
      [
        "line 2, column member_number",
        "line 3, column days",
        "line 4, column source",
        "line 4, column registered_at",
      ],
    ],
  ])(
    "of the %s file %s every fault is named, and nothing is written",
    async (kind, name, places) => {
      const before = await countRows();
      const { lines, refusals } = await importPath(kind, `tests/data/bad/${name}`);
      expect(lines.map((line) => line.split(": ")[0])).toEqual(places);
      expect(refusals).toBe(places.length);
      expect(await countRows()).toEqual(before);
    },
  );

  test("a wrong header refuses the file whole, naming every column", async () => {
    const { lines, added } = await importPath("members", "tests/data/bad/wrong-header.csv");
    expect(lines).toContain("line 1, column username: This column is missing from the header.");
    expect(lines).toContain("line 1, column mail: Files of this kind have no such column.");
    expect(lines.every((line) => line.startsWith("line 1, column "))).toBe(true);
    expect(added).toBe(0);
  });

  test("a file with a byte order mark and CRLF is taken, and a line break in a name noted", async () => {
    const path = "tests/data/bad/utf8-bom-crlf.csv";
    const { refusals, lines } = await importPath("members", path);
    expect({ refusals, lines }).toEqual({
      refusals: 0,
      lines: ['line 2, column last_name: A line break became one space: "Line Break".'],
    });
    expect(await importPath("members", path)).toMatchObject({ added: 0, changed: 0 });
  });
});
