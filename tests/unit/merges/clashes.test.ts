import { describe, expect, test } from "vitest";
import {
  type Asked,
  type HeldCycle,
  type HeldRenewal,
  judgeHoldings,
  judgePlaces,
  judgeRenewals,
  judgeRequests,
  type Place,
} from "@/lib/merges/clashes";

type Days = Readonly<Record<string, { credits?: number; locked?: true; withdrawn?: true }>>;

/** A place at one event; its days by name. */
function aPlace(id: string, days: Days, eventId = "convention"): Place {
  return {
    id,
    eventId,
    title: "Annual Convention",
    isSubmitted: Object.values(days).some(({ locked }) => locked),
    days: Object.entries(days).map(([eventDayId, { credits, locked, withdrawn }]) => ({
      eventDayId,
      day: eventDayId === "one" ? "2026-04-10" : "2026-04-11",
      stands: !withdrawn,
      isLocked: locked ?? false,
      credits: credits ?? null,
    })),
  };
}

const locked = (credits: number) => ({ credits, locked: true }) as const;

describe("two registrations for one event", () => {
  test.each<[string, Days, Days, RegExp | null]>([
    ["neither is claimed", { one: {} }, { one: {} }, null],
    ["this one is claimed", { one: locked(650) }, { one: {} }, null],
    ["this one is claimed, the other begun", { one: locked(650) }, { one: { credits: 100 } }, null],
    ["both claim the same", { one: locked(650) }, { one: locked(650) }, null],
    [
      "this one claims a day more",
      { one: locked(650), two: locked(300) },
      { one: locked(650) },
      null,
    ],
    [
      "0.00 claims nothing",
      { one: locked(650), two: {} },
      { one: locked(650), two: locked(0) },
      null,
    ],
    [
      "the other one claims a day more",
      { one: locked(650), two: {} },
      { one: locked(650), two: locked(300) },
      /6.50 here and 9.50/,
    ],
    [
      "a day that was withdrawn there",
      { one: locked(650) },
      { one: locked(650), two: { withdrawn: true } },
      null,
    ],
    ["the other one alone is claimed", { one: {} }, { one: locked(650) }, /only the other record/],
    ["both claim, differently", { one: locked(650) }, { one: locked(500) }, /6.50 here and 5.00/],
    [
      "both claim the same sum on other days",
      { one: locked(650), two: locked(0) },
      { one: locked(0), two: locked(650) },
      /not the same for each day/,
    ],
    ["the other one has a day more", { one: {} }, { one: {}, two: {} }, /alone is registered for/],
    [
      "a day more that was withdrawn here",
      { one: {}, two: { withdrawn: true } },
      { one: {}, two: {} },
      /alone is registered for .*11 Apr/,
    ],
    [
      "the other's extra day was withdrawn",
      { one: {} },
      { one: {}, two: { withdrawn: true } },
      null,
    ],
  ])("%s", (_case, own, other, refusal) => {
    const judged = judgePlaces([aPlace("own", own)], [aPlace("other", other)]);
    expect(judged.stays).toEqual(["other"]);
    if (refusal) expect(judged.refusals).toEqual([expect.stringMatching(refusal)]);
    else expect(judged).toMatchObject({ refusals: [], whys: [expect.stringMatching(/stands/)] });
  });

  test("one for another event moves", () => {
    const judged = judgePlaces([aPlace("own", { one: {} })], [aPlace("o", { one: {} }, "another")]);
    expect(judged).toEqual({ stays: [], whys: [], refusals: [] });
  });

  test("what was entered and not submitted is named, where it has to be entered again", () => {
    const other = aPlace("other", { one: { credits: 100 } });
    const [open] = judgePlaces([aPlace("own", { one: {} })], [other]).whys;
    expect(open).toMatch(/has to be entered here/);
    const [claimed] = judgePlaces([aPlace("own", { one: locked(650) })], [other]).whys;
    expect(claimed).not.toMatch(/has to be entered here/);
  });
});

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

describe("requests for corrections", () => {
  const aRequest = (told: Partial<Asked>): Asked => ({
    id: "asked",
    isOpen: true,
    registrationId: null,
    decidedById: null,
    ...told,
  });
  test.each<[string, Partial<Asked>, string[], RegExp | null]>([
    ["about other credit", {}, [], null],
    ["about a claim that moves", { registrationId: "moves" }, [], null],
    ["open, about a claim that stays", { registrationId: "stays" }, ["asked"], /Decide it first/],
    ["decided, about it", { registrationId: "stays", isOpen: false }, ["asked"], null],
    ["decided by who is kept", { decidedById: "kept", isOpen: false }, ["asked"], null],
  ])("%s", (_case, told, stays, refusal) => {
    const judged = judgeRequests("kept", [aRequest(told)], ["stays"]);
    expect(judged.stays).toEqual(stays);
    expect(judged.refusals).toEqual(refusal ? [expect.stringMatching(refusal)] : []);
  });
});
