import type { Day } from "@/lib/calendar";
import type { Cap, TermsInForce } from "@/lib/programs/rules";

/**
 * How a renewal stands: only paid, only approved (its credits suffice), both but the contact step is
 * open, neither, or over.
 */
export const STATES = ["open", "paid", "approved", "contact missing", "renewed", "lapsed"] as const;

export type RenewalState = (typeof STATES)[number];

/** What happens to it, by its member, its gateway, its staff, or by the calendar. */
export type RenewalAct =
  | "confirm contact"
  | "pay"
  | "suffice"
  | "fall short"
  | "refund"
  | "waive fee"
  | "waive credits"
  | "replace invoice"
  | "lapse";

/**
 * Where each act leads; one without a place is refused and changes nothing. "contact missing" is
 * "renewed" where the contact was confirmed before. A replaced invoice asks anew: "pay", "suffice" and
 * "fall short" follow from what it says.
 */
export const NEXT: Record<RenewalState, Partial<Record<RenewalAct, RenewalState>>> = {
  open: {
    "confirm contact": "open",
    pay: "paid",
    suffice: "approved",
    "waive fee": "paid",
    "waive credits": "approved",
    "replace invoice": "open",
    lapse: "lapsed",
  },
  paid: {
    "confirm contact": "paid",
    suffice: "contact missing",
    refund: "open",
    "waive credits": "contact missing",
    "replace invoice": "open",
    lapse: "lapsed",
  },
  approved: {
    "confirm contact": "approved",
    pay: "contact missing",
    "fall short": "open",
    "waive fee": "contact missing",
    "replace invoice": "approved",
    lapse: "lapsed",
  },
  "contact missing": {
    "confirm contact": "renewed",
    "fall short": "paid",
    refund: "approved",
    "replace invoice": "approved",
    lapse: "lapsed",
  },
  // Approvals stay after a refund, and the contact stays confirmed: what is left is the payment.
  renewed: { refund: "approved" },
  // Money that came for a renewal that was never completed can go back.
  lapsed: { refund: "lapsed" },
};

export type RenewalFacts = {
  renewedAt: Date | null;
  contactConfirmedAt: Date | null;
  lapsesOn: Day | null;
  isPaid: boolean;
  /** Accepted credit leaves nothing outstanding, or the credits are waived. */
  isApproved: boolean;
};

/** How it stands on a date of the association. All three steps done is "renewed" once it is settled. */
export function stateOf(facts: RenewalFacts, today: Day): RenewalState {
  if (facts.renewedAt) return "renewed";
  if (facts.lapsesOn !== null && facts.lapsesOn <= today) return "lapsed";
  if (facts.isPaid && facts.isApproved) return "contact missing";
  if (facts.isPaid) return "paid";
  return facts.isApproved ? "approved" : "open";
}

/** Whether all three steps are done and nothing stands against it. */
export function isComplete(facts: RenewalFacts, today: Day): boolean {
  return stateOf(facts, today) === "contact missing" && facts.contactConfirmedAt !== null;
}

/** A state in the words of the pages. */
export const STATE_WORDS: Record<RenewalState, string> = {
  open: "Open",
  paid: "CECs outstanding",
  approved: "Payment due",
  "contact missing": "Contact to confirm",
  renewed: "Renewed",
  lapsed: "Lapsed",
};

const REFUSALS: Record<RenewalState, string> = {
  open: "Nothing is paid and no credits suffice yet.",
  paid: "This renewal is paid.",
  approved: "The credits suffice; the payment is due.",
  "contact missing":
    "This renewal is paid and its credits suffice; only the contact is to confirm.",
  renewed: "This is renewed already.",
  lapsed: "This has lapsed and can no longer be renewed. Write to the association.",
};

/** Why an act can't be done in a state, in a sentence; null: it can. */
export function refusalOf(state: RenewalState, act: RenewalAct): string | null {
  return NEXT[state][act] ? null : REFUSALS[state];
}

/**
 * What several credentials demand when they renew together and share the same credits: the largest
 * required number and minimum, the smallest cap, only what all of them accept. Fees are added up; the
 * late fee, once an invoice, is the largest. Dates and years are those of the first.
 */
export function combineTerms(all: readonly TermsInForce[]): TermsInForce {
  const [first, ...others] = all;
  if (!first) throw new Error("There are no terms to combine.");
  return {
    ...first,
    required: Math.max(...all.map(({ required }) => required)),
    minimums: largest(all.flatMap(({ minimums }) => minimums)),
    caps: smallest(all.flatMap(({ caps }) => caps)),
    fee: all.reduce((cents, { fee }) => cents + fee, 0),
    lateFee: Math.max(...all.map(({ lateFee }) => lateFee)),
    sources: first.sources.filter((source) =>
      others.every(({ sources }) => sources.includes(source)),
    ),
    creditTypesRefused: [...new Set(all.flatMap(({ creditTypesRefused }) => creditTypesRefused))],
    formatsFrom: latest(all.flatMap(({ formatsFrom }) => Object.entries(formatsFrom))),
  };
}

type Minimums = TermsInForce["minimums"];

function largest(minimums: Minimums): Minimums {
  const byKind = new Map<string, Minimums[number]>();
  for (const minimum of minimums) {
    const held = byKind.get(minimum.of);
    if (!held || held.credits < minimum.credits) byKind.set(minimum.of, minimum);
  }
  return [...byKind.values()];
}

/** Of caps on the same formats, periods and dates the smallest; all others hold side by side. */
function smallest(caps: readonly Cap[]): Cap[] {
  const byReach = new Map<string, Cap>();
  for (const cap of caps) {
    const reach = JSON.stringify([cap.formats.toSorted(), cap.per, cap.from ?? "", cap.to ?? ""]);
    const held = byReach.get(reach);
    if (!held || cap.credits < held.credits) byReach.set(reach, cap);
  }
  return [...byReach.values()];
}

function latest(dates: readonly (readonly [string, Day])[]): Record<string, Day> {
  const byFormat: Record<string, Day> = {};
  for (const [format, day] of dates) {
    const held = byFormat[format];
    if (!held || held < day) byFormat[format] = day;
  }
  return byFormat;
}
