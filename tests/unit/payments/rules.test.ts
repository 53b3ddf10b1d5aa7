import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  NEXT,
  newFacts,
  type PaymentAct,
  type PaymentFacts,
  type PaymentState,
  refusalOf,
  standingAmong,
  stateOf,
} from "@/lib/payments/rules";

const NOTHING: PaymentFacts = {
  declinedAt: null,
  expiredAt: null,
  pendingAt: null,
  failedAt: null,
  paidAt: null,
  heldAt: null,
  refundRequestedAt: null,
  refundedAt: null,
  refundFailedAt: null,
  resolvedAt: null,
};

const STATES = Object.keys(NEXT) as PaymentState[];
const NEWS = [
  "declined",
  "expired",
  "pending",
  "failed",
  "paid",
  "paid differently",
  "refunded",
  "part refunded",
  "refund failed",
] as const;
const ACTS: PaymentAct[] = [...NEWS, "request refund", "resolve"];

const at = (minute: number) => new Date(Date.UTC(2026, 10, 3, 10, minute));

/** The facts after these acts, one a minute. */
const factsAfter = (...acts: PaymentAct[]) =>
  acts.reduce<PaymentFacts>(
    (facts, act, minute) => Object.assign(facts, newFacts(facts, act, at(minute))),
    { ...NOTHING },
  );

/** The facts after such news in the order they came; each happened at its own time. */
const factsOf = (told: readonly (typeof NEWS)[number][]) =>
  told.reduce<PaymentFacts>(
    (facts, news) => Object.assign(facts, newFacts(facts, news, at(NEWS.indexOf(news)))),
    { ...NOTHING },
  );

/** How a payment stands that is its invoice's only one. */
const alone = (facts: PaymentFacts) =>
  stateOf({ ...facts, standing: standingAmong([{ id: "only", ...facts }]) === "only" });

/** Every way in which a payment comes to stand so. */
const WAYS: Record<PaymentState, PaymentAct[][]> = {
  open: [[]],
  declined: [["declined"]],
  expired: [["expired"], ["failed"], ["declined", "expired"], ["pending", "failed"]],
  pending: [["pending"], ["declined", "pending"]],
  paid: [["paid"], ["expired", "paid"], ["declined", "paid"], ["pending", "paid"]],
  refunding: [
    ["paid", "request refund"],
    ["paid differently", "request refund"],
  ],
  refunded: [["refunded"], ["paid", "refunded"], ["paid", "request refund", "refunded"]],
  "needs staff": [["paid differently"], ["part refunded"], ["paid", "part refunded"]],
  "refund failed": [["refund failed"], ["paid", "request refund", "refund failed"]],
  resolved: [
    ["paid differently", "resolve"],
    ["paid", "refund failed", "resolve"],
  ],
};

describe("every act in every state", () => {
  test.each(STATES.flatMap((state) => ACTS.map((act) => [state, act] as const)))(
    "%s, then %s: where the table says, else nowhere",
    (state, act) => {
      const isPersons = act === "request refund" || act === "resolve";
      const next = NEXT[state][act];
      for (const way of WAYS[state]) {
        const facts = factsAfter(...way);
        expect(alone(facts), way.join(", ")).toBe(state);
        // What a person may not do is refused, so nothing of it is written.
        if (isPersons && !next) expect(refusalOf(state, act)).toMatch(/\.$/);
        else expect(alone(factsAfter(...way, act)), way.join(", ")).toBe(next ?? state);
      }
    },
  );
});

test("the later of a refund's success and its failure is the truth", () => {
  expect(alone(factsAfter("paid", "refunded", "refund failed"))).toBe("refund failed");
  expect(alone(factsAfter("paid", "refund failed", "refunded"))).toBe("refunded");
});

test("any order and repetition of the same news ends in the same state", () => {
  const news = fc.uniqueArray(fc.constantFrom(...NEWS));
  fc.assert(
    fc.property(
      news.chain((told) =>
        fc.tuple(
          fc.shuffledSubarray(told, { minLength: told.length }),
          fc.shuffledSubarray([...told, ...told], { minLength: 2 * told.length }),
        ),
      ),
      ([once, twice]) => {
        expect(alone(factsOf(twice))).toBe(alone(factsOf(once)));
      },
    ),
  );
});

test("of two payments of an invoice one pays it, whichever news came first", () => {
  const events = fc.subarray(
    ["a", "b"].flatMap((id) =>
      NEWS.map((news, minute) => ({ id, news, at: at(minute + (id === "a" ? 0 : 20)) })),
    ),
  );
  const statesAfter = (told: readonly { id: string; news: PaymentAct; at: Date }[]) => {
    const facts: Record<string, PaymentFacts> = { a: NOTHING, b: NOTHING };
    for (const each of told) {
      const known = facts[each.id] ?? NOTHING;
      facts[each.id] = { ...known, ...newFacts(known, each.news, each.at) };
    }
    const payments = Object.entries(facts).map(([id, known]) => ({ id, ...known }));
    const standing = standingAmong(payments);
    return payments.map((payment) => stateOf({ ...payment, standing: payment.id === standing }));
  };
  fc.assert(
    fc.property(
      // "paid" and "paid differently" of one page are told at one time: it is paid once.
      events.chain((told) =>
        fc.tuple(fc.constant(told), fc.shuffledSubarray(told, { minLength: told.length })),
      ),
      ([one, other]) => {
        expect(statesAfter(other)).toEqual(statesAfter(one));
        expect(statesAfter(one).filter((state) => state === "paid").length).toBeLessThan(2);
      },
    ),
  );
});

describe("which payment pays", () => {
  const paid = (id: string, minute: number, ...more: PaymentAct[]) => {
    const facts = { ...factsAfter(), paidAt: at(minute) };
    return more.reduce<PaymentFacts & { id: string }>(
      (known, act) => Object.assign(known, newFacts(known, act, at(40))),
      { ...facts, id },
    );
  };

  test("the first, though its news come last", () => {
    expect(standingAmong([paid("later", 5), paid("first", 4)])).toBe("first");
  });

  test("the other, as soon as the first is to go back", () => {
    expect(standingAmong([paid("a", 4, "request refund"), paid("b", 5)])).toBe("b");
    expect(standingAmong([paid("a", 4, "request refund")])).toBe("a");
  });

  test("none that went back, is held or is resolved", () => {
    for (const act of ["refunded", "part refunded", "resolve"] as const) {
      expect(standingAmong([paid("a", 4, act)])).toBeNull();
    }
    expect(standingAmong([paid("a", 4, "refund failed")])).toBe("a");
  });
});
