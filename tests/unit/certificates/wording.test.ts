import { describe, expect, it } from "vitest";
import { certificateLines } from "@/lib/certificates/wording";
import { emphasised } from "@/lib/drawing/emphasis";
import { aCertificate } from "./a-certificate";

describe("what a certificate says", () => {
  it("is the AMA's sentence, with the credits claimed", () => {
    expect(certificateLines(aCertificate())).toMatchObject({
      heading: "Certificate of Credit",
      provider: "Lakeside Institute of Ultrasound",
      certifies: "certifies that",
      name: "Amara Okafor, MD",
      participated: "has participated in the live activity",
      title: "Annual Convention 2026",
      outcome: "and is awarded 18.50 AMA PRA Category 1 Credit(s)™.",
      days: [
        "Fri 10 Apr, Pre-convention courses: 7.00",
        "Sat 11 Apr, Day 1: 6.50",
        "Sun 12 Apr, Day 2: 5.00",
      ],
      check: "Check at credence.example.org/verify",
      foot: "CR-7K3MQ0V9ZT4XB2HD · Version 1 · Issued 14 April 2026",
    });
  });

  it.each([
    ["SDMS CME", "and is awarded 18.50 SDMS CME."],
    ["Credit Hour", "and is awarded 18.50 Credit Hours."],
    ["AMA PRA Category 1", "and is awarded 18.50 AMA PRA Category 1 Credit(s)™."],
  ])("names the credit of %s", (creditType, outcome) => {
    expect(certificateLines(aCertificate({ creditType })).outcome).toBe(outcome);
  });

  it("never speaks of an award where there was participation only", () => {
    const lines = certificateLines(
      aCertificate({
        kind: "participation",
        accreditationStatement: "The Institute is accredited. Credit is awarded to physicians.",
      }),
    );
    expect(lines.heading).toBe("Certificate of Participation");
    expect(lines.outcome).toBe("and claimed 18.50 hours of participation.");
    expect(lines.accreditation).toBe("The Institute is accredited.");
    expect(JSON.stringify(lines)).not.toMatch(/award/i);
  });

  it.each([
    ["", "2026-04-10", /^on 10 Apr/],
    ["Oslo", "2026-04-10", /^in Oslo, on 10 Apr/],
    ["Oslo", "2026-04-12", /^in Oslo, on 10–12 Apr/],
  ])("places %s until %s", (place, last, held) => {
    const dates = { first: "2026-04-10", last };
    expect(certificateLines(aCertificate({ place, dates })).held).toMatch(held);
  });

  it("lists days only where there are several, and none without credits", () => {
    const [first, second] = aCertificate().days;
    const none = { day: "2026-04-13", title: "Day 3", credits: 0 };
    const listed = (days: (typeof first)[]) =>
      certificateLines(aCertificate({ days: days.flatMap((day) => day ?? []) })).days.length;
    expect([listed([first]), listed([first, none]), listed([first, second, none])]).toEqual([
      0, 0, 2,
    ]);
  });

  it("puts the approval number beside its credit type", () => {
    const statement = {
      creditType: "SDMS CME",
      text: "Approved.",
      approvalNumber: "S-1",
      maximum: 1,
    };
    expect(certificateLines(aCertificate({ statements: [statement] })).statements).toEqual([
      { heading: "SDMS CME · Approval number S-1", text: "Approved." },
    ]);
  });
});

it("the AMA's name for its credit is emphasised, and nothing else", () => {
  const parts = emphasised("For 1.00 AMA PRA Category 1 Credit(s)™. The AMA says so.");
  expect(parts.map(({ text, italic }) => [text, italic])).toEqual([
    ["For 1.00 ", false],
    ["AMA PRA Category 1 Credit(s)™", true],
    [". The AMA says so.", false],
  ]);
});
