import { expect, test } from "vitest";
import { db } from "@/lib/db";
import { aWord, countRows, importText, membersFile } from "@/tests/support/imports";

const lineOf = (line: string) => line.split(": ")[0];

test("a fault is named by the physical line on which its row starts", async () => {
  const [first, second] = [aWord(), aWord()];
  const file = membersFile(
    { member_number: first, last_name: "One\nTwo\r\nThree" },
    { member_number: second, status: "gone" },
    { member_number: first },
  ).replace(`\n${second}`, `\n\n\n${second}`);
  const { lines } = await importText("members", file);
  expect(lines.map(lineOf)).toEqual(["line 7, column status", "line 8, column member_number"]);
});

test("a row with too few or too many cells is refused, and the next rows are still read", async () => {
  const file = membersFile({ member_number: aWord() });
  const { lines } = await importText("members", `${file}short,row\n${file.split("\n")[1]},more\n`);
  expect(lines).toEqual([
    "line 3, column email: This row has 2 cells, the header has 11.",
    "line 4, column status: This row has 12 cells, the header has 11.",
  ]);
});

test("a quotation mark out of place ends the reading, and the rows before are still checked", async () => {
  const [good, broken] = [aWord(), aWord()];
  const file = membersFile(
    { member_number: good, status: "gone" },
    { member_number: broken, suffix: "SUFFIX" },
    { member_number: aWord() },
  ).replace("SUFFIX", 'a "b" c');
  const before = await countRows();
  const { lines } = await importText("members", file);
  expect(lines.map(lineOf)).toEqual(["line 2, column status", "line 3, column suffix"]);
  expect(await countRows()).toEqual(before);
});

test("a cell that is too long is called that", async () => {
  const file = membersFile({ member_number: aWord(), suffix: "é".repeat(75_000) });
  expect((await importText("members", file)).lines).toEqual([
    "line 2, column suffix: With this cell its row is over 100,000 bytes; nothing after it could be read. Shorten it, or close a quotation mark that is open.",
  ]);
});

test("a file of CR line ends is told so", async () => {
  const file = membersFile({ member_number: aWord(), suffix: '"' }).replaceAll("\n", "\r");
  expect((await importText("members", file)).lines).toEqual([
    "line 1, column 1: This file uses CR line ends. Save it with LF or CRLF line ends and import it again.",
  ]);
});

test.each([
  ["semicolons", ";", ""],
  ["semicolons", ";", '"'],
  ["tabs", "\t", ""],
])(
  "a file of %s is told so, in one sentence (%j, cells between %j)",
  async (name, separator, quote) => {
    const rows = membersFile({ member_number: aWord() }).replaceAll("\n", "\r\n");
    const cells = rows.replaceAll(/[^,\r\n]+/g, (cell) => `${quote}${cell}${quote}`);
    const { lines } = await importText("members", `\uFEFF${cells.replaceAll(",", separator)}`);
    expect(lines).toEqual([
      `line 1, column 1: This file is separated by ${name}, not by commas. Save it with commas and import it again.`,
    ]);
  },
);

test("semicolons within cells, and a header of another kind, are no other separator", async () => {
  const file = membersFile({ member_number: aWord(), suffix: "MD; PhD" });
  expect(await importText("members", file)).toMatchObject({ refusals: 0, added: 1 });
  const { lines } = await importText("members", "event_code\nUC25;UC26\n");
  expect(lines).not.toContainEqual(expect.stringMatching("separated by"));
});

test("what an earlier program lost is not blamed on this file's encoding", async () => {
  const file = membersFile(
    { member_number: aWord(), last_name: "M\uFFFDller" },
    { member_number: aWord(), status: "gone" },
  );
  const { lines } = await importText("members", file);
  expect(lines).toEqual([
    'line 2, column last_name: This cell holds "\uFFFD", where a character was lost. Write the character that belongs there.',
    expect.stringMatching("^line 3, column status: "),
  ]);
});

test("a file that ends within a letter is not in UTF-8", async () => {
  const text = Buffer.from(membersFile({ member_number: aWord(), last_name: "Müller" }));
  const { lines } = await importText("members", text.subarray(0, text.indexOf("ü") + 1));
  expect(lines).toEqual([expect.stringMatching("^line 2, column last_name: .* not in UTF-8")]);
});

test.each([
  ["an empty file", ""],
  ["a quotation mark that is never closed", '"member_number\n'],
])("%s is refused", async (_, text) => {
  expect((await importText("members", text)).refusals).toBeGreaterThan(0);
});

test("a header alone is a file without rows", async () => {
  const [header] = membersFile({ member_number: "1" }).split("\n");
  expect(await importText("members", `${header}\n`)).toMatchObject({
    refusals: 0,
    rows: 0,
    added: 0,
  });
});

test("text that COPY would read otherwise arrives as it was written", async () => {
  const number = aWord();
  const suffix = String.raw`\N, \t "quoted" \\`;
  await importText("members", membersFile({ member_number: number, suffix }));
  expect(await db.member.findFirst({ where: { memberNumber: number } })).toMatchObject({ suffix });
});

test("a dry run says what would happen and writes nothing", async () => {
  const before = await countRows();
  const file = membersFile({ member_number: aWord(), profession: aWord() });
  const { added, lines } = await importText("members", file, { isDryRun: true });
  expect({ added, noted: lines.map(lineOf) }).toEqual({
    added: 1,
    noted: ["line 2, column profession"],
  });
  expect(await countRows()).toEqual(before);
});
