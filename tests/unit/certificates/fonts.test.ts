import { describe, expect, it } from "vitest";
import { certificateLines } from "@/lib/certificates/wording";
import { familiesFor, missingFrom, printable } from "@/lib/drawing/fonts";
import { aCertificate } from "./a-certificate";
import { MEMBERS } from "./members";

describe("the fonts of a certificate", () => {
  it.each(MEMBERS)("have every letter of %s", (name, suffix) => {
    expect(missingFrom(certificateLines(aCertificate({ name, suffix })))).toEqual([]);
  });

  it.each([
    ["Zoë 😀", ["😀"]],
    ["𒀀 of Ur", ["𒀀"]],
    ["\u{F8FF}", ["\u{F8FF}"]],
    ["葛\u{E0100}城", ["\u{E0100}"]],
    ["Zoe\u0308 \u00A0O\u2011Neill\u00AD™", []],
    ["Ἀριστοτέλης Ѡ Ḱẁ", []],
    ["\u200Fמשה\u200E", []],
  ])("hold %s for staff by what they lack", (name, missing) => {
    expect(missingFrom(certificateLines(aCertificate({ name })))).toEqual(missing);
  });

  it.each([["title"], ["place"], ["provider"]] as const)(
    "are asked for the letters of the %s too",
    (fact) => {
      expect(missingFrom(certificateLines(aCertificate({ [fact]: "A 😀" })))).toEqual(["😀"]);
    },
  );

  it.each([
    ["Søren Ångström", ["Source Serif"]],
    ["Nguyễn Thị", ["Source Serif"]],
    ["Αθηνά Владимир", ["Source Serif"]],
    ["Adébáyọ̀", ["Noto Serif", "Source Serif"]],
    ["محمد", ["Source Serif", "Markazi Text"]],
    ["شَبِّير", ["Source Serif", "Noto Naskh Arabic"]],
    ["לוי", ["Source Serif", "Noto Serif Hebrew"]],
    ["Yuki 田中", ["Source Serif", "Noto Serif JP"]],
    ["张伟", ["Source Serif", "Noto Serif SC"]],
    ["김민수", ["Source Serif", "Nanum Myeongjo"]],
  ])("for %s are %s", (text, families) => {
    expect(familiesFor(text, "Source Serif")).toEqual(families);
  });
});

it.each([
  ["Zoe\u0308", "Zoë"],
  ["a\u00A0b\u2003c\nd", "a b c d"],
  ["O\u2011Neill\u00AD", "O-Neill"],
  ["\u2067לוי\u2069", "לוי"],
])("%j is printed as %s", (text, printed) => {
  expect(printable(text)).toBe(printed);
});
