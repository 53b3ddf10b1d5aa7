import { type Day, dateOf, formatLongDay, shiftDay } from "@/lib/calendar";
import type { EntrySource } from "@/prisma/generated/enums";

/** How long a member has to send what proves the credits of a renewal, in days of the association. */
export const DAYS_TO_ANSWER = 30;

/** How long before the last day its member is reminded. */
const REMINDED_DAYS_BEFORE = 7;

/** By how much staff may put the last day off at once. */
const MOST_DAYS_MORE = 365;

/** Documents that a member may bring for one entry of an audit before they send them. */
export const MOST_BROUGHT = 5;

const DAY_MS = 24 * 60 * 60 * 1000;

/** The last day to send what is asked for, of an audit that was drawn on this day. */
export function dueOnFrom(drawnOn: Day): Day {
  return shiftDay(drawnOn, { days: DAYS_TO_ANSWER });
}

export const STATES = ["open", "overdue", "answered", "passed", "failed"] as const;

/** With its member, or beyond the last day; with staff; decided. */
export type AuditState = (typeof STATES)[number];

export const STATE_WORDS: Record<AuditState, string> = {
  open: "Open",
  overdue: "Overdue",
  answered: "Answered",
  passed: "Passed",
  failed: "Failed",
};

type Facts = { answeredAt: Date | null; verdict: "passed" | "failed" | null; dueOn: Day };

/** How it stands on a date of the association; its last day is still in time. */
export function stateOf({ answeredAt, verdict, dueOn }: Facts, today: Day): AuditState {
  if (verdict) return verdict;
  if (answeredAt) return "answered";
  return dueOn < today ? "overdue" : "open";
}

/** What is done with it: by its member (bring, send) and by staff. */
export type AuditAct = "bring" | "send" | "return" | "extend" | "decide";

/**
 * What may be done in each state. Until the last day has passed the audit is the member's, and
 * nobody decides over what they may still send; after it they may send late until it is decided.
 */
const ALLOWED: Record<AuditState, readonly AuditAct[]> = {
  open: ["bring", "send", "extend"],
  overdue: ["bring", "send", "extend", "decide"],
  answered: ["return", "decide"],
  passed: [],
  failed: [],
};

const REFUSALS: Record<AuditState, string> = {
  open: "Its member has time until the last day. It is decided once they have answered, or after that day.",
  overdue: "Its member has not answered yet.",
  answered: "The documents were sent and are being looked at, so nothing can be changed now.",
  passed: "This audit was decided: passed.",
  failed: "This audit was decided: failed.",
};

export function allows(state: AuditState, act: AuditAct): boolean {
  return ALLOWED[state].includes(act);
}

/** Why an act can't be done in a state, in a sentence; null: it can. */
export function refusalOf(state: AuditState, act: AuditAct): string | null {
  return allows(state, act) ? null : REFUSALS[state];
}

/** "12 days left", "Today is the last day", "Overdue since 3 May 2026"; a decided or answered one has no clock. */
export function clockWords(dueOn: Day, today: Day): string {
  const days = Math.round((dateOf(dueOn).getTime() - dateOf(today).getTime()) / DAY_MS);
  if (days < 0) return `Overdue since ${formatLongDay(shiftDay(dueOn, { days: 1 }))}`;
  if (days === 0) return "Today is the last day";
  return days === 1 ? "1 day left" : `${days} days left`;
}

/** Why the last day can't be put off to this one; null: it can. Sent back, it may also stay. */
export function refusalOfDueOn(
  wanted: Day,
  { dueOn, state }: { dueOn: Day; state: AuditState },
  today: Day,
): string | null {
  if (wanted < today) return "This day has passed. Give the member time to answer.";
  if (wanted < dueOn) return "The member was given until a later day, and keeps that time.";
  if (state !== "answered" && wanted === dueOn) return "That is the last day already.";
  const most = shiftDay(today, { days: MOST_DAYS_MORE });
  return wanted > most ? `Choose a day up to ${formatLongDay(most)}.` : null;
}

/** The days on which an audit with its member may end for them to be reminded now, edges inclusive. */
export function remindedOf(today: Day): { from: Day; to: Day } {
  return { from: today, to: shiftDay(today, { days: REMINDED_DAYS_BEFORE }) };
}

/**
 * Why its member has nothing to prove of an entry: what was claimed at the association's own events,
 * posted by its providers or signed by a local office is vouched for already. Null: they are asked.
 */
export const VOUCHED: Record<EntrySource, string | null> = {
  self_report: null,
  import: null,
  staff: null,
  claim: "Claimed at an event of the association: nothing to send.",
  provider_post: "Posted by its provider: nothing to send.",
  reporting_form: "Signed by the local office: nothing to send.",
};
