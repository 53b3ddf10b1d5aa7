import { describe, expect, test } from "vitest";
import type { CertificateFacts } from "@/lib/certificates/rules";
import {
  changesOf,
  isAnsweredSince,
  refusalOfMoved,
  refusalToReissue,
  statedBeside,
} from "@/lib/reissues/rules";
import { aCertificate } from "@/tests/unit/certificates/a-certificate";

const was = aCertificate();
const namesOf = (lines: readonly { name: string }[]) => lines.map(({ name }) => name);

describe("what a certificate states beside what it would state", () => {
  test("always shows name, title, dates, credits and statements", () => {
    expect(namesOf(statedBeside(was, was))).toEqual([
      "Name",
      "Title",
      "Dates",
      "Credits",
      "Statements",
    ]);
    expect(changesOf(statedBeside(was, was))).toEqual([]);
  });

  test("a renewal's shows name, credentials and what it is renewed for", () => {
    const renewal: CertificateFacts = { ...was, kind: "renewal", days: [], statements: [] };
    expect(namesOf(statedBeside(renewal, renewal))).toEqual(["Name", "Credentials", "Renewed for"]);
  });

  test.each<[string, Partial<CertificateFacts>, string[]]>([
    ["a name", { name: "Ada Ångström" }, ["Name"]],
    ["a suffix", { suffix: "PhD" }, ["Name"]],
    ["a place", { place: "Elsewhere" }, ["Place"]],
    ["who signs", { signatory: { name: "Somebody Else", title: "" } }, ["Signatory"]],
    ["the paper", { paper: was.paper === "A4" ? "Letter" : "A4" }, ["Paper"]],
    ["a logo", { logo: "0123456789abcdef" }, ["Logo"]],
    ["number, version and date of issue alone", { version: 9, issuedOn: "2030-01-01" }, []],
  ])("%s that differs is told", (_what, told, names) => {
    expect(namesOf(changesOf(statedBeside(was, { ...was, ...told })))).toEqual(names);
  });
});

const stands = {
  version: 2,
  issuedAt: new Date("2026-05-02T08:00:00Z"),
  isActive: true,
  stated: [{ name: "Name", from: "Ada", to: "Ada" }],
};
const differs = [{ name: "Name", from: "Ada", to: "Eda" }];

test.each([
  ["nothing differs", {}, true],
  ["the name differs", { stated: differs }, false],
  ["it was revoked", { isActive: false }, false],
])("another version when %s", (_when, told, isRefused) => {
  expect(refusalToReissue({ ...stands, ...told }) !== null).toBe(isRefused);
});

test.each([
  ["issued since", "2026-05-01T08:00:00Z", {}, true],
  ["issued before", "2026-05-03T08:00:00Z", {}, false],
  [
    "issued since, though the record says something else by now",
    "2026-05-01T08:00:00Z",
    { stated: differs },
    false,
  ],
  ["issued since and revoked", "2026-05-01T08:00:00Z", { isActive: false }, false],
])("a request is answered by a version that was %s", (_when, asked, told, isAnswered) => {
  expect(isAnsweredSince({ ...stands, ...told }, new Date(asked))).toBe(isAnswered);
});

test.each([
  ["what stands", { version: 2, seen: "a" }, null],
  ["an older version", { version: 1, seen: "a" }, "version 2 by now"],
  ["another record", { version: 2, seen: "b" }, "changed meanwhile"],
])("who looked at %s", (_what, looked, refusal) => {
  const moved = refusalOfMoved({ version: 2, seen: "a" }, looked);
  expect(moved).toEqual(refusal && expect.stringContaining(refusal));
});
