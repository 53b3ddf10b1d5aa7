import { describe, expect, test } from "vitest";
import {
  isComplete,
  NEXT,
  type RenewalAct,
  type RenewalFacts,
  type RenewalState,
  refusalOf,
  STATES,
  stateOf,
} from "@/lib/renewals/rules";

const ACTS = [
  "confirm contact",
  "pay",
  "suffice",
  "fall short",
  "refund",
  "waive fee",
  "waive credits",
  "replace invoice",
  "lapse",
] as const satisfies readonly RenewalAct[];

/** The table again, as a coordinator would write it: state, act, where it leads; the rest is refused. */
const ALLOWED: [RenewalState, RenewalAct, RenewalState][] = [
  ["open", "confirm contact", "open"],
  ["open", "pay", "paid"],
  ["open", "suffice", "approved"],
  ["open", "waive fee", "paid"],
  ["open", "waive credits", "approved"],
  ["open", "replace invoice", "open"],
  ["open", "lapse", "lapsed"],
  ["paid", "confirm contact", "paid"],
  ["paid", "suffice", "contact missing"],
  ["paid", "refund", "open"],
  ["paid", "waive credits", "contact missing"],
  ["paid", "replace invoice", "open"],
  ["paid", "lapse", "lapsed"],
  ["approved", "confirm contact", "approved"],
  ["approved", "pay", "contact missing"],
  ["approved", "fall short", "open"],
  ["approved", "waive fee", "contact missing"],
  ["approved", "replace invoice", "approved"],
  ["approved", "lapse", "lapsed"],
  ["contact missing", "confirm contact", "renewed"],
  ["contact missing", "fall short", "paid"],
  ["contact missing", "refund", "approved"],
  ["contact missing", "replace invoice", "approved"],
  ["contact missing", "lapse", "lapsed"],
  ["renewed", "refund", "approved"],
  ["lapsed", "refund", "lapsed"],
];

const pairs = STATES.flatMap((state) => ACTS.map((act) => [state, act] as const));

describe("of every state and act", () => {
  test.each(pairs)("%s, %s", (state, act) => {
    const allowed = ALLOWED.find(([from, by]) => from === state && by === act);
    const next = allowed?.[2] ?? null;
    expect(NEXT[state][act] ?? null).toBe(next);
    if (next) expect(refusalOf(state, act)).toBeNull();
    else expect(refusalOf(state, act)).toMatch(/^[A-Z].*\.$/);
  });
});

const facts = (told: Partial<RenewalFacts> = {}): RenewalFacts => ({
  renewedAt: null,
  contactConfirmedAt: null,
  lapsesOn: null,
  isPaid: false,
  isApproved: false,
  ...told,
});

describe("a renewal stands", () => {
  const at = new Date("2026-11-22T00:00:00Z");
  test.each([
    ["open", facts()],
    ["open", facts({ contactConfirmedAt: at })],
    ["paid", facts({ isPaid: true })],
    ["approved", facts({ isApproved: true })],
    ["contact missing", facts({ isPaid: true, isApproved: true })],
    ["renewed", facts({ renewedAt: at, lapsesOn: "2026-01-01" })],
    ["lapsed", facts({ lapsesOn: "2026-11-22", isPaid: true })],
    ["paid", facts({ lapsesOn: "2026-11-23", isPaid: true })],
  ] as const)("%s", (state, told) => {
    expect(stateOf(told, "2026-11-22")).toBe(state);
  });

  test("and is complete with all three steps done, unless it lapsed first", () => {
    const done = facts({ isPaid: true, isApproved: true, contactConfirmedAt: at });
    expect(isComplete(done, "2026-11-22")).toBe(true);
    expect(isComplete({ ...done, contactConfirmedAt: null }, "2026-11-22")).toBe(false);
    expect(isComplete({ ...done, lapsesOn: "2026-11-22" }, "2026-11-22")).toBe(false);
    expect(isComplete({ ...done, renewedAt: at }, "2026-11-22")).toBe(false);
  });
});
