import { describe, expect, test } from "vitest";
import {
  type HeldCycle,
  type HeldRenewal,
  judgeHoldings,
  judgeRenewals,
} from "@/lib/clashing-holdings/rules";

const aCycle = (id: string, year: number, told: Partial<HeldCycle> = {}): HeldCycle => ({
  id,
  startsOn: `${year}-01-01`,
  endsOn: `${year}-12-31`,
  isRenewed: false,
  renewalId: null,
  ...told,
});
const aHolding = (id: string, programCode: string, ...cycles: HeldCycle[]) => ({
  id,
  programCode,
  cycles,
});

describe("one program held in both records", () => {
  const judge = (own: HeldCycle[], other: HeldCycle[]) =>
    judgeHoldings([aHolding("own", "CAM", ...own)], [aHolding("other", "CAM", ...other)]);

  test("another program moves with its cycles", () => {
    const judged = judgeHoldings([aHolding("own", "CAM")], [aHolding("other", "CAPS")]);
    expect(judged).toMatchObject({ stays: [], joining: [], refusals: [] });
  });

  test("a cycle that this record lacks comes under its certification", () => {
    expect(judge([aCycle("a", 2027)], [aCycle("b", 2026)])).toMatchObject({
      stays: ["other"],
      cycles: [],
      joining: [{ cycleId: "b", certificationId: "own" }],
      refusals: [],
    });
  });

  test("a certification without cycles stays", () => {
    expect(judge([], [])).toMatchObject({ stays: ["other"], refusals: [] });
  });

  test.each<[string, Partial<HeldCycle>, Partial<HeldCycle>, RegExp | null]>([
    ["the same cycle", {}, {}, null],
    ["renewed here", { isRenewed: true }, {}, null],
    ["renewed in both", { isRenewed: true }, { isRenewed: true }, null],
    ["renewed there alone", {}, { isRenewed: true }, /renewed on the other record alone/],
    ["other dates that overlap", {}, { endsOn: "2028-12-31" }, /overlaps/],
  ])("%s", (_case, own, other, refusal) => {
    const judged = judge([aCycle("a", 2027, own)], [aCycle("b", 2027, other)]);
    expect(judged).toMatchObject({ cycles: ["b"], joining: [] });
    expect(judged.refusals).toEqual(refusal ? [expect.stringMatching(refusal)] : []);
  });
});

const aRenewal = (id: string, told: Partial<HeldRenewal> = {}): HeldRenewal => ({
  id,
  dueOn: "2027-01-01",
  windowFrom: "2026-01-01",
  windowTo: "2026-12-31",
  beside: 0,
  hasMoney: false,
  hasOpenLines: false,
  hasOpenAudit: false,
  waived: [],
  ...told,
});

describe("a renewal whose credential both records hold", () => {
  const cycles = [
    aCycle("both", 2027, { renewalId: "b" }),
    aCycle("more", 2027, { renewalId: "b" }),
  ];
  const judge = (own: Partial<HeldRenewal>, other: Partial<HeldRenewal>, staying = ["both"]) =>
    judgeRenewals([aRenewal("a", own)], [aRenewal("b", other)], cycles, staying);

  test("moves, paid or not, where none of its cycles stays", () => {
    expect(judge({}, { hasMoney: true }, [])).toEqual({
      stays: [],
      whys: [],
      refusals: [],
      freed: [],
    });
  });

  test("stays where nothing was paid, and lets go of the credential that moves", () => {
    expect(judge({}, {})).toMatchObject({ stays: ["b"], freed: ["more"], refusals: [] });
  });

  test.each<[string, Partial<HeldRenewal>, Partial<HeldRenewal>, RegExp | null]>([
    ["paid here", { hasMoney: true }, {}, null],
    ["paid there", {}, { hasMoney: true }, /refund it first/],
    ["paid in both", { hasMoney: true }, { hasMoney: true }, /refund it first/],
    ["forms there", {}, { hasOpenLines: true }, /reporting forms/],
    ["audited there", {}, { hasOpenAudit: true }, /decide the audit first/],
    ["waived there", {}, { waived: ["fee"] }, /waives the fee/],
    ["waived in both", { waived: ["fee"] }, { waived: ["fee"] }, null],
    [
      "more waived there",
      { waived: ["fee"] },
      { waived: ["credits", "fee"] },
      /waives the credits:/,
    ],
  ])("%s", (_case, own, other, refusal) => {
    const { refusals } = judge(own, other);
    expect(refusals).toEqual(refusal ? [expect.stringMatching(refusal)] : []);
  });
});
