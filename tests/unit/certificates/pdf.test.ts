import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { renderCertificate } from "@/lib/certificates/pdf";
import type { CertificateFacts } from "@/lib/certificates/rules";
import { aCertificate } from "./a-certificate";
import { MEMBERS } from "./members";
import { readPdf } from "./read-pdf";

const read = async (facts: CertificateFacts) =>
  readPdf(await renderCertificate({ facts, logo: null }));

describe("every member's certificate", () => {
  it.each(MEMBERS)("says %s and embeds its fonts", async (name, suffix) => {
    const { pages, text, fonts } = await read(aCertificate({ name, suffix }));
    expect(pages).toBe(1);
    expect(fonts.standing).toBe(0);
    expect(fonts.embedded).toBe(fonts.names.length);
    // Words from right to left are found in the order in which they stand, so the letters are compared.
    for (const word of name.split(" ")) expect(lettersIn(text, word)).toBe(true);
    expect(text).toContain("CR-7K3MQ0V9ZT4XB2HD · Version 1 · Issued 14 April 2026");
  });
});

describe("the bytes of a certificate", () => {
  it("are the same for the same facts, whatever was drawn before", async () => {
    const arabic = "محمد بن عبد الرحمن بن ابراهيم الحسن بن فيصل الكبير بن ناصر الدين".repeat(2);
    const certificates = [
      aCertificate({ name: "Zoë µ O’Neill", title: "الحسن 2026" }),
      aCertificate({ name: arabic }),
      aCertificate({ name: "μ ʼʻ ﺍﻟﺤﺴﻦ", title: "Ọbáfẹ́mi" }),
      aCertificate({ name: "عبدالله بن شَبِّير", title: "שָׁלוֹם 2026" }),
    ];
    const digests = async () => {
      const drawn: string[] = [];
      for (const facts of certificates)
        drawn.push(digest(await renderCertificate({ facts, logo: null })));
      return drawn;
    };
    const forwards = await digests();
    certificates.reverse();
    expect((await digests()).reverse()).toEqual(forwards);
  });

  it("name title, language and issue, and no date of change", async () => {
    const bytes = await renderCertificate({ facts: aCertificate(), logo: null });
    const { info } = await readPdf(bytes);
    expect(info).toMatchObject({
      Title: "Certificate of Credit: Annual Convention 2026",
      Language: "en",
      CreationDate: "D:20260414000000Z",
    });
    expect(Buffer.from(bytes).toString("latin1")).not.toContain("ModDate");
  });

  it("are refused where a letter has no glyph", async () => {
    await expect(
      renderCertificate({ facts: aCertificate({ name: "Zoë 😀" }), logo: null }),
    ).rejects.toThrow("😀");
  });
});

it("a certificate of participation never speaks of an award", async () => {
  const { text } = await read(aCertificate({ kind: "participation", creditType: "" }));
  expect(text).toContain("and claimed 18.50 hours of participation.");
  expect(text).not.toMatch(/award/i);
});

describe("one page holds", () => {
  const statement = aCertificate().statements.flatMap((given) => [given, given, given]);
  const three = statement.map((given, index) => ({ ...given, creditType: `Type ${index}` }));
  const days = Array.from({ length: 10 }, (_, index) => ({
    day: `2026-04-${10 + index}`,
    title: `Pre-convention course number ${index + 1}`,
    credits: 700,
  }));
  const cases: [string, Partial<CertificateFacts>][] = [
    ["three statements and ten days", { statements: three, days }],
    ["a name of 200 letters without a space", { name: "W".repeat(200) }],
    ["a name of forty words", { name: "Maximiliana ".repeat(40).trim() }],
    ["a title of 300 letters", { title: "An exceedingly long title about ultrasound ".repeat(7) }],
    [
      "a statement of 5000 letters",
      {
        statements: [
          { ...three[0], text: "Lorem ipsum ".repeat(417) },
        ] as CertificateFacts["statements"],
      },
    ],
    [
      "a name from right to left over two lines",
      { name: "محمد بن عبدالرحمن بن إبراهيم آل سعود ".repeat(4).trim() },
    ],
    ["a name in outlines over two lines", { name: "Adébáyọ̀ Ọlátúnjí Ọbáfẹ́mi ".repeat(4).trim() }],
    [
      "a long host",
      {
        verifyUrl:
          "https://credits.of.a.very-long-name-of-an-association.continuing-education.example.org/verify/CR-7K3MQ0V9ZT4XB2HD?version=12",
      },
    ],
    [
      "everything at once",
      {
        statements: three,
        days,
        name: "Maximiliana ".repeat(20),
        title: "An exceedingly long title ".repeat(12),
        place: "Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogoch, Wales ".repeat(4),
      },
    ],
    [
      "hardly anything",
      { statements: [], days: days.slice(0, 1), place: "", suffix: "", accreditationStatement: "" },
    ],
  ];

  it.each(
    cases.flatMap(([what, facts]) => [
      [what, "A4", facts] as const,
      [what, "Letter", facts] as const,
    ]),
  )("%s (%s)", async (_, paper, facts) => {
    const { pages, pieces, width, height } = await read(aCertificate({ ...facts, paper }));
    expect(pages).toBe(1);
    expect([width, height].map(Math.round)).toEqual(paper === "A4" ? [842, 595] : [792, 612]);
    expect(Math.min(...pieces.map(({ left }) => left))).toBeGreaterThan(30);
    expect(Math.max(...pieces.map(({ right }) => right))).toBeLessThan(width - 30);
    // The foot stands where it always does: nothing above has pushed it out.
    expect(Math.min(...pieces.map(({ baseline }) => baseline))).toBeCloseTo(FOOT, 0);
  });
});

const FOOT = 44.2;

const digest = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest("hex");

/** Whether the letters stand one after another, in either direction. */
function lettersIn(text: string, word: string): boolean {
  const plain = text.normalize("NFC").replaceAll(/\s/g, "");
  const letters = Array.from(word.normalize("NFC"));
  return plain.includes(letters.join("")) || plain.includes(letters.toReversed().join(""));
}
