import { type Day, formatLongDay } from "@/lib/calendar";
import { printBriefly } from "@/lib/credits/amount";

/** The minutes of a day. */
const DAY = 24 * 60;

/** "9", "9:05", "9.05 am", "1pm", "13:00" as "HH:MM"; null: no time of a day. */
export function timeTyped(typed: string): string | null {
  const {
    hours,
    minutes = "00",
    half,
  } = /^(?<hours>\d{1,2})(?:[:.](?<minutes>\d{2}))?\s*(?:(?<half>[ap])\.?\s?m\.?)?$/i.exec(
    typed.trim(),
  )?.groups ?? {};
  if (hours === undefined || Number(minutes) > 59) return null;
  const hour = Number(hours);
  if (half === undefined) return hour < 24 ? `${hours.padStart(2, "0")}:${minutes}` : null;
  if (hour < 1 || hour > 12) return null;
  const counted = (hour % 12) + (half.toLowerCase() === "p" ? 12 : 0);
  return `${String(counted).padStart(2, "0")}:${minutes}`;
}

/** When something was done: local times "HH:MM" and the breaks and meals in it. */
export type Times = { starts: string; ends: string; breakMinutes: number };

type Rate = { increment: number; minutesPerCredit: number };

function minutesOf(time: string): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
}

function lengthOf({ starts, ends, breakMinutes }: Times): number {
  return minutesOf(ends) - minutesOf(starts) - breakMinutes;
}

/**
 * Hundredths of a credit: "one hour of continuing education with meals and breaks excluded" (NAAEI),
 * to the nearest step of the credit type, half up. 09:00 to 12:00 with 30 minutes of break is 2.50.
 */
export function creditsOf(times: Times, { increment, minutesPerCredit }: Rate): number {
  const step = minutesPerCredit * increment;
  return Math.floor((2 * lengthOf(times) * 100 + step) / (2 * step)) * increment;
}

/** Why nothing can be reckoned from these times, by field; none when it can. */
export function refusalsOfTimes(times: Times, rate: Rate): Record<string, string> {
  const { starts, ends, breakMinutes } = times;
  if (ends <= starts) {
    return {
      ends: "The end must be later than the start. For what went past midnight, fill in a form for each day.",
    };
  }
  const whole = lengthOf({ ...times, breakMinutes: 0 });
  if (breakMinutes >= whole) {
    return { breakMinutes: `Breaks must be shorter than the ${whole} minutes from start to end.` };
  }
  if (creditsOf(times, rate) === 0) {
    return { ends: "This is too short to earn credit. Check the times." };
  }
  return {};
}

export const MOST_BREAK_MINUTES = DAY - 1;

/** A period that asks for credit, with the dates, edges inclusive, in which it may be earned. */
export type RenewalWindow = { program: string; dueOn: Day; from: Day; to: Day };

/** The year that credit of a day counts for, where windows are the calendar year before; null: they are not. */
export function yearCountedFor(
  day: Day,
  { dueOn, from, to }: Omit<RenewalWindow, "program">,
): number | null {
  const before = Number(dueOn.slice(0, 4)) - 1;
  if (from !== `${before}-01-01` || to !== `${before}-12-31`) return null;
  return Number(day.slice(0, 4)) + 1;
}

/** Why credit of that day does not count for a renewal; null when it may. Edges inclusive. */
export function refusalOfWindow(day: Day, window: Omit<RenewalWindow, "program">): string | null {
  const { from, to } = window;
  if (from <= day && day <= to) return null;
  const range = `Only credit earned from ${formatLongDay(from)} to ${formatLongDay(to)} counts for this renewal.`;
  const year = yearCountedFor(day, window);
  if (day < from || year === null) return `${range} ${formatLongDay(day)} lies outside.`;
  return `${range} ${formatLongDay(day)} counts for ${year}.`;
}

export const NOTHING_TO_RENEW =
  "You hold no credential that is open for renewal by reporting forms, so none can be filled in.";

/** Why a form of that day can't be saved; null when it can. The windows are those of the open renewals. */
export function refusalOfDay(
  day: Day,
  windows: readonly RenewalWindow[],
  today: Day,
): string | null {
  if (day > today) {
    return `This date is in the future: today is ${formatLongDay(today)}. Fill in the form once it is done.`;
  }
  const [latest] = windows.toSorted((a, b) => (a.to < b.to ? 1 : -1));
  if (!latest) return NOTHING_TO_RENEW;
  if (windows.some(({ from, to }) => from <= day && day <= to)) return null;
  const late = day > latest.to ? yearCountedFor(day, latest) : null;
  const ranges = new Set(
    windows.map(({ from, to }) => `${formatLongDay(from)} to ${formatLongDay(to)}`),
  );
  const counts = `Only credit earned from ${[...ranges].join(" or from ")} counts now.`;
  return late === null ? counts : `${counts} ${formatLongDay(day)} counts for ${late}.`;
}

/** "the 2027 renewal of CAM and CALP", what a form of that day is for; null: for none that is open. */
export function countsFor(day: Day, windows: readonly RenewalWindow[]): string | null {
  const open = windows.filter(({ from, to }) => from <= day && day <= to);
  const [first] = open;
  if (!first) return null;
  const programs = [...new Set(open.map(({ program }) => program))];
  return `the ${first.dueOn.slice(0, 4)} renewal of ${programs.join(" and ")}`;
}

/** Why a form of that day goes nowhere now; null when a renewal is open for it. */
export function refusalOfUnopened(day: Day, windows: readonly RenewalWindow[]): string | null {
  if (countsFor(day, windows) !== null) return null;
  return `No renewal is open for ${formatLongDay(day)}, so this form can't be sent or signed.`;
}

/** What somebody reads who saved a form, went back and saved something else. */
export const SAVED_ALREADY = "This form is saved already. Change it on its page.";

/** How a form stands between its member and the local office. */
export type FormState = "draft" | "sent" | "returned" | "signed" | "withdrawn";

export type FormAct = "save" | "send" | "sign" | "sign on paper" | "return" | "withdraw";

/**
 * Which acts a form allows, and where each leads. Saving another content takes the form back from the
 * office and voids a signature.
 */
export const FORM_ACTS: Record<FormState, Partial<Record<FormAct, FormState>>> = {
  draft: { save: "draft", send: "sent", "sign on paper": "signed", withdraw: "withdrawn" },
  sent: {
    save: "draft",
    sign: "signed",
    return: "returned",
    "sign on paper": "signed",
    withdraw: "withdrawn",
  },
  returned: { save: "returned", send: "sent", "sign on paper": "signed", withdraw: "withdrawn" },
  signed: { save: "draft", withdraw: "withdrawn" },
  withdrawn: {},
};

const STATE_WORDS: Record<FormState, string> = {
  draft: "is not sent",
  sent: "is with your local office",
  returned: "was sent back by your local office",
  signed: "is signed",
  withdrawn: "is withdrawn",
};

/** Why a form in that state does not allow an act; null when it does. */
export function refusalOfAct(state: FormState, act: FormAct): string | null {
  if (FORM_ACTS[state][act] !== undefined) return null;
  return `This form ${STATE_WORDS[state]}, so nothing was changed.`;
}

export function stateOfForm(form: {
  withdrawnAt: Date | null;
  sentAt: Date | null;
  returnedAt: Date | null;
  /** A signature that is good. */
  isSigned: boolean;
}): FormState {
  if (form.withdrawnAt) return "withdrawn";
  if (form.isSigned) return "signed";
  if (form.sentAt) return "sent";
  return form.returnedAt ? "returned" : "draft";
}

/** What the times come to while they are typed; null while they say nothing yet. */
export function hoursWords(
  typed: { starts: string; ends: string; breakMinutes: string },
  rate: Rate,
): string | null {
  const [starts, ends] = [timeTyped(typed.starts), timeTyped(typed.ends)];
  const breaks = typed.breakMinutes.trim();
  if (starts === null || ends === null || !/^\d{0,4}$/.test(breaks)) return null;
  const times = { starts, ends, breakMinutes: Number(breaks) };
  const [refusal] = Object.values(refusalsOfTimes(times, rate));
  return refusal ?? `${printBriefly(creditsOf(times, rate))} CECs`;
}
