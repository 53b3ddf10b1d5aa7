import { describe, expect, it } from "vitest";
import {
  type Approval,
  awardedCreditType,
  certificateFor,
  type Designation,
  fillStatement,
  withoutAward,
} from "@/lib/certificates/rules";

const AMA = { name: "AMA PRA Category 1", physiciansOnly: true };
const SDMS = { name: "SDMS CME", physiciansOnly: false };
const CEC = { name: "CEC", physiciansOnly: false };
const PHYSICIAN = { physician: true };
const SONOGRAPHER = { physician: false };

function aDesignation(
  creditType: Designation["creditType"],
  audience: Designation["audience"],
  statement = `${creditType.name} for ${audience}: {maximum}.`,
): Designation {
  return { creditType, audience, maximum: 2800, statement, approvalNumber: "" };
}

function issued(approval: Approval) {
  return certificateFor({ ...approval, provider: "The Institute", format: "live activity" });
}

describe("the certificate follows the designation", () => {
  const both = [aDesignation(AMA, "physicians"), aDesignation(AMA, "others")];
  const cases = [
    [
      "AMA PRA gives a physician credit",
      PHYSICIAN,
      both,
      "credit",
      AMA.name,
      ["AMA PRA Category 1 for physicians: 28.00."],
    ],
    [
      "AMA PRA gives others participation",
      SONOGRAPHER,
      both,
      "participation",
      AMA.name,
      ["AMA PRA Category 1 for others: 28.00."],
    ],
    [
      "AMA PRA for all gives others participation",
      SONOGRAPHER,
      [aDesignation(AMA, "all")],
      "participation",
      AMA.name,
      ["AMA PRA Category 1 for all: 28.00."],
    ],
    [
      "another credit type gives its audience credit",
      SONOGRAPHER,
      [aDesignation(CEC, "all")],
      "credit",
      CEC.name,
      ["CEC for all: 28.00."],
    ],
    [
      "one awarding designation is enough for credit, and its type stands first",
      SONOGRAPHER,
      [...both, aDesignation(SDMS, "others")],
      "credit",
      SDMS.name,
      ["SDMS CME for others: 28.00.", "AMA PRA Category 1 for others: 28.00."],
    ],
    [
      "a designation for others is not a physician's",
      PHYSICIAN,
      [aDesignation(SDMS, "others")],
      "participation",
      "",
      [],
    ],
    [
      "a designation for physicians is not a sonographer's",
      SONOGRAPHER,
      [aDesignation(AMA, "physicians")],
      "participation",
      "",
      [],
    ],
    [
      "no designation gives participation without a statement",
      PHYSICIAN,
      [],
      "participation",
      "",
      [],
    ],
  ] as const;

  it.each(cases)("%s", (_, profession, designations, kind, creditType, texts) => {
    const certificate = issued({ profession, designations, eventCreditType: AMA.name });
    expect(certificate).toMatchObject({ kind, creditType });
    expect(certificate.statements.map(({ text }) => text)).toEqual(texts);
  });

  it("keeps each statement under its own credit type, with approval number and maximum", () => {
    const designation = {
      ...aDesignation(SDMS, "all", "Approved under {approval_number}."),
      approvalNumber: "S-1",
    };
    const { statements } = issued({
      profession: SONOGRAPHER,
      designations: [designation],
      eventCreditType: null,
    });
    expect(statements).toEqual([
      { creditType: "SDMS CME", text: "Approved under S-1.", approvalNumber: "S-1", maximum: 2800 },
    ]);
  });

  it("drops a sentence that speaks of an award from the statement of who isn't awarded credit", () => {
    const told = aDesignation(
      AMA,
      "all",
      "Designated for {maximum}. Credit is awarded by the hour. Thank you.",
    );
    const texts = [PHYSICIAN, SONOGRAPHER].map(
      (profession) =>
        issued({ profession, designations: [told], eventCreditType: AMA.name }).statements[0]?.text,
    );
    expect(texts).toEqual([
      "Designated for 28.00. Credit is awarded by the hour. Thank you.",
      "Designated for 28.00. Thank you.",
    ]);
  });
});

describe("the credit type that a claim earns", () => {
  const cases = [
    [
      "is the event's where that awards credit",
      PHYSICIAN,
      [aDesignation(SDMS, "all"), aDesignation(AMA, "physicians")],
      "SDMS CME",
      "SDMS CME",
    ],
    [
      "is else the first by name",
      PHYSICIAN,
      [aDesignation(SDMS, "all"), aDesignation(AMA, "physicians"), aDesignation(CEC, "all")],
      "Reading",
      "AMA PRA Category 1",
    ],
    [
      "is never AMA PRA for others",
      SONOGRAPHER,
      [aDesignation(AMA, "all"), aDesignation(SDMS, "others")],
      "AMA PRA Category 1",
      "SDMS CME",
    ],
    [
      "is none where nothing awards credit",
      SONOGRAPHER,
      [aDesignation(AMA, "all")],
      "AMA PRA Category 1",
      null,
    ],
    [
      "is none where the event's type was never designated",
      PHYSICIAN,
      [],
      "AMA PRA Category 1",
      null,
    ],
  ] as const;

  it.each(cases)("%s", (_, profession, designations, eventCreditType, expected) => {
    expect(awardedCreditType({ profession, designations, eventCreditType })).toBe(expected);
  });
});

describe("a statement's placeholders", () => {
  const values = {
    provider: "The $& Institute",
    format: "live activity",
    maximum: 2800,
    approvalNumber: "A-1",
  };
  it.each([
    [
      "{provider} designates this {format} for {maximum}.",
      "The $& Institute designates this live activity for 28.00.",
    ],
    ["Under {approval_number}, {approval_number}.", "Under A-1, A-1."],
    [
      "What nobody knows: {sponsor}, {constructor}, {}.",
      "What nobody knows: {sponsor}, {constructor}, {}.",
    ],
    ["{unknown} stays", "{unknown} stays"],
    ["", ""],
  ])("%s is filled", (template, text) => {
    expect(fillStatement(template, values)).toBe(text);
  });

  it("what is filled in is not filled again", () => {
    expect(fillStatement("{provider}", { ...values, provider: "{format}" })).toBe("{format}");
  });
});

it.each([
  ["One. Two awards. Three.", "One. Three."],
  ["Awarded by the board", ""],
  ["No. 5 of e.g. ours stays whole", "No. 5 of e.g. ours stays whole"],
])("without its award, %s says %s", (text, expected) => {
  expect(withoutAward(text)).toBe(expected);
});
