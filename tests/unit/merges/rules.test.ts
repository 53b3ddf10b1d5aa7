import { expect, test } from "vitest";
import { planMerge, type Side } from "@/lib/merges/rules";

const blank = {
  firstName: "Ada",
  lastName: "Byron",
  suffix: "",
  memberNumber: null,
  username: null,
  email: "ada@example.org",
  professionName: null,
  birthMonthDay: null,
  licenceState: null,
  licenceNumber: null,
  phone: null,
  address: null,
  localOfficeId: null,
};

const aSide = (id: string, told: Partial<Side> = {}): Side => ({
  id,
  profile: blank,
  retiredAt: null,
  mergedIntoId: null,
  roles: [],
  places: [],
  holdings: [],
  renewals: [],
  asked: [],
  ...told,
});

const now = new Date("2026-11-22T10:00:00Z");

test.each<[string, Partial<Side>, Partial<Side>, RegExp | null]>([
  ["two active members", {}, {}, null],
  ["the other one is retired", {}, { retiredAt: now }, null],
  ["both are retired", { retiredAt: now }, { retiredAt: now }, null],
  ["this one is retired", { retiredAt: now }, {}, /reinstate this one first/],
  ["the other one has a role", {}, { roles: ["administrator"] }, /\(Administrator\). Withdraw/],
  ["this one has a role", { roles: ["staff"] }, {}, null],
  [
    "this one is merged",
    { mergedIntoId: "x", retiredAt: now },
    { retiredAt: now },
    /Merge with that/,
  ],
  ["the other one is merged", {}, { mergedIntoId: "x", retiredAt: now }, /merged already/],
])("%s", (_case, kept, other, refusal) => {
  const { refusals } = planMerge(aSide("kept", kept), aSide("other", other));
  expect(refusals).toEqual(refusal ? [expect.stringMatching(refusal)] : []);
});

test("only what this record lacks is taken over, a licence as a whole, and never a name", () => {
  const kept = { ...blank, licenceState: "TX", phone: "1" };
  const other = {
    ...blank,
    lastName: "Lovelace",
    suffix: "MD",
    email: "other@example.org",
    memberNumber: "N2",
    licenceState: "NY",
    licenceNumber: "77",
    phone: "2",
    address: "Elm Street",
  };
  const plan = planMerge(aSide("kept", { profile: kept }), aSide("other", { profile: other }));
  expect(plan.fills).toEqual({ memberNumber: "N2", address: "Elm Street" });
});

test("renewals of a day on which both have one stand beside each other", () => {
  const due = (dueOn: string) => ({
    dueOn,
    windowFrom: "2026-01-01",
    windowTo: "2026-12-31",
    hasMoney: true,
    hasOpenLines: false,
    hasOpenAudit: false,
    waived: [],
  });
  const { beside } = planMerge(
    aSide("kept", { renewals: [{ id: "a", beside: 0, ...due("2027-01-01") }] }),
    aSide("other", {
      renewals: [
        { id: "c", beside: 1, ...due("2027-01-01") },
        { id: "b", beside: 0, ...due("2027-01-01") },
        { id: "d", beside: 0, ...due("2026-01-01") },
      ],
    }),
  );
  expect(beside.toSorted((x, y) => (x.renewalId < y.renewalId ? -1 : 1))).toEqual([
    { renewalId: "b", beside: 1 },
    { renewalId: "c", beside: 2 },
    { renewalId: "d", beside: 0 },
  ]);
});
