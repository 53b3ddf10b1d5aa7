import type { Actor } from "@/lib/members/rules";
import type { PaymentGateway, PaymentHold } from "@/prisma/generated/enums";

export type { PaymentGateway, PaymentHold };

/** Nobody is signed in where a gateway brings its news; its signature is what vouches for it. */
export const GATEWAY: Actor = { memberId: null, door: "web", roles: [] };

/** A hosted page is paid within that time; one that is paid later is paid all the same. */
export const MINUTES_OPEN = 30;

/**
 * How a payment stands. "declined" is still open: the page can be tried again. "expired" is also what
 * the bank refused in the end. "needs staff" is money that pays nothing, or not what was asked.
 */
export type PaymentState =
  | "open"
  | "declined"
  | "expired"
  | "pending"
  | "paid"
  | "refunding"
  | "refunded"
  | "needs staff"
  | "refund failed"
  | "resolved";

/** What a gateway tells of a page; it may tell it late, twice and in any order. */
export type News =
  | "declined"
  | "expired"
  | "pending"
  | "failed"
  | "paid"
  | "paid differently"
  | "refunded"
  | "part refunded"
  | "refund failed";

/** What administrators do. */
export type PaymentAct = News | "request refund" | "resolve";

const TOLD_OF_MONEY = {
  paid: "paid",
  "paid differently": "needs staff",
  refunded: "refunded",
  "part refunded": "needs staff",
  "refund failed": "refund failed",
} as const;

/**
 * Where each act leads; one without a place changes nothing. News is never refused, an administrator's
 * act is. A success outweighs what came before it, and nothing but trouble comes after a refund.
 */
export const NEXT: Record<PaymentState, Partial<Record<PaymentAct, PaymentState>>> = {
  open: {
    declined: "declined",
    expired: "expired",
    pending: "pending",
    failed: "expired",
    ...TOLD_OF_MONEY,
  },
  declined: { expired: "expired", pending: "pending", failed: "expired", ...TOLD_OF_MONEY },
  expired: TOLD_OF_MONEY,
  pending: { expired: "expired", failed: "expired", ...TOLD_OF_MONEY },
  paid: { ...TOLD_OF_MONEY, paid: undefined, "request refund": "refunding" },
  refunding: { refunded: "refunded", "refund failed": "refund failed", resolve: "resolved" },
  refunded: { "refund failed": "refund failed" },
  "needs staff": {
    refunded: "refunded",
    "refund failed": "refund failed",
    "request refund": "refunding",
    resolve: "resolved",
  },
  "refund failed": { refunded: "refunded", resolve: "resolved" },
  resolved: {},
};

/** What happened to a page: each comes once and stays. */
export type PaymentFacts = {
  declinedAt: Date | null;
  expiredAt: Date | null;
  pendingAt: Date | null;
  failedAt: Date | null;
  paidAt: Date | null;
  heldAt: Date | null;
  refundRequestedAt: Date | null;
  refundedAt: Date | null;
  refundFailedAt: Date | null;
  resolvedAt: Date | null;
};

/** What news say that came in; null where they say none. */
type Told = { kind: string; cents: number | null; currency: string | null };

type Money = { cents: number; currency: string };

/**
 * The money that came in for a page, as its gateway told it first: it may be another amount than was
 * asked, and then it is held for staff.
 */
export function receivedOf({
  cents,
  currency,
  events,
}: Money & { events: readonly Told[] }): Money {
  const told = events.find(({ kind }) => kind === "paid");
  return { cents: told?.cents ?? cents, currency: told?.currency ?? currency };
}

/** By when each happened, in whatever order the news came: a refund that was made after a failed one stands. */
function isRefundFailed({ refundFailedAt, refundedAt }: PaymentFacts): boolean {
  return refundFailedAt !== null && (refundedAt === null || refundFailedAt >= refundedAt);
}

/** How a payment stands, by what happened to it and whether it is the one that pays its invoice. */
export function stateOf(facts: PaymentFacts & { standing: boolean }): PaymentState {
  if (facts.resolvedAt) return "resolved";
  if (isRefundFailed(facts)) return "refund failed";
  if (facts.refundedAt) return "refunded";
  if (facts.refundRequestedAt) return "refunding";
  if (facts.heldAt || (facts.paidAt && !facts.standing)) return "needs staff";
  if (facts.paidAt) return "paid";
  if (facts.expiredAt || facts.failedAt) return "expired";
  if (facts.pendingAt) return "pending";
  return facts.declinedAt ? "declined" : "open";
}

const FACTS_OF: Record<PaymentAct, readonly (keyof PaymentFacts)[]> = {
  declined: ["declinedAt"],
  expired: ["expiredAt"],
  pending: ["pendingAt"],
  failed: ["failedAt"],
  paid: ["paidAt"],
  "paid differently": ["paidAt", "heldAt"],
  refunded: ["refundedAt"],
  "part refunded": ["heldAt"],
  "refund failed": ["refundFailedAt"],
  "request refund": ["refundRequestedAt"],
  resolve: ["resolvedAt"],
};

/** What an act adds to the facts; nothing, where it happened before. */
export function newFacts(
  facts: Partial<PaymentFacts>,
  act: PaymentAct,
  at: Date,
): Partial<PaymentFacts> {
  const added = FACTS_OF[act].filter((fact) => !facts[fact]);
  return Object.fromEntries(added.map((fact) => [fact, at]));
}

type Candidate = Pick<
  PaymentFacts,
  "paidAt" | "heldAt" | "refundRequestedAt" | "refundedAt" | "resolvedAt"
> & { id: string };

/**
 * Which of an invoice's payments pays it: the first that was paid, one that is not to go back before
 * one that is. A refund that failed leaves the money here. The same set of facts has the same answer, in whatever order they came. Null: none.
 */
export function standingAmong(payments: readonly Candidate[]): string | null {
  const [first] = payments
    .flatMap(({ id, paidAt, ...facts }) => {
      const isOut = facts.heldAt ?? facts.refundedAt ?? facts.resolvedAt;
      if (paidAt === null || isOut !== null) return [];
      return [{ id, paidAt: paidAt.getTime(), isGoing: Number(facts.refundRequestedAt !== null) }];
    })
    .toSorted((a, b) => a.isGoing - b.isGoing || a.paidAt - b.paidAt || (a.id < b.id ? -1 : 1));
  return first?.id ?? null;
}

/** Whether the money is with us and pays nothing, or a refund went wrong. */
export function needsStaff(state: PaymentState): boolean {
  return state === "needs staff" || state === "refund failed";
}

const NOTHING_PAID = "Nothing was paid on this page, so there is nothing to refund or to resolve.";

const REFUSALS: Record<PaymentState, string> = {
  open: NOTHING_PAID,
  declined: NOTHING_PAID,
  expired: NOTHING_PAID,
  pending: NOTHING_PAID,
  paid: "This payment pays its invoice, so there is nothing to resolve.",
  refunding: "A refund was requested already. It shows here when the payment provider has made it.",
  refunded: "This payment was refunded already.",
  "needs staff": "",
  "refund failed":
    "The payment provider could not make the refund. See to it there, then note here what was done.",
  resolved: "A colleague has resolved this payment already.",
};

/** Why an administrator can't do it, in a sentence; null: they can. */
export function refusalOf(state: PaymentState, act: "request refund" | "resolve"): string | null {
  return NEXT[state][act] ? null : REFUSALS[state];
}
