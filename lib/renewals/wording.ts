import { type Day, formatLongDay } from "@/lib/calendar";
import type { CycleDates } from "@/lib/certifications/rules";
import { printBriefly, printMoney } from "@/lib/credits/amount";
import { yearsOf } from "@/lib/invoices/rules";
import type { RenewalState } from "@/lib/renewals/rules";

type Named = { called: { code: string }; renews: CycleDates };

/** "CAM", "CAM and CALP", "CAM, CALP and CAS" */
export function credentialsOf(cycles: readonly Named[]): string {
  return listed([...new Set(cycles.map(({ called }) => called.code))]);
}

/** What it is renewed for: "2027", "2024–2026" */
export function periodOf(cycles: readonly Pick<Named, "renews">[]): string {
  return listed([...new Set(cycles.map(({ renews }) => yearsOf(renews)))]);
}

/** "a", "a and b", "a, b and c" */
export function listed(words: readonly string[]): string {
  const last = words.at(-1) ?? "";
  return words.length < 2 ? last : `${words.slice(0, -1).join(", ")} and ${last}`;
}

export type Left = {
  state: RenewalState;
  contactConfirmedAt: Date | null;
  isPaid: boolean;
  /** Cents, as of today. */
  due: number;
  currency: string;
  /** Hundredths. */
  outstanding: number;
  dueOn: Day;
  lapsesOn: Day | null;
};

/** What is left of a renewal and by when, in one sentence. */
export function leftWords(left: Left, today: Day): string {
  if (left.state === "renewed") return "All four steps are done: it is renewed.";
  if (left.state === "lapsed" && left.lapsesOn) {
    return `It lapsed on ${formatLongDay(left.lapsesOn)} and can no longer be renewed here.`;
  }
  const acts = [
    ...(left.contactConfirmedAt ? [] : ["confirm your contact information"]),
    ...(left.isPaid ? [] : [`pay ${printMoney(left.due, left.currency)}`]),
    ...(left.outstanding > 0 ? [`bring in ${printBriefly(left.outstanding)} more CECs`] : []),
  ];
  if (acts.length === 0) return "All four steps are done: it is being renewed.";
  return `Still to do: ${listed(acts)}, ${byWords(left, today)}.`;
}

function byWords({ dueOn, lapsesOn }: Left, today: Day): string {
  if (today < dueOn) return `by ${formatLongDay(dueOn)}`;
  const was = `which was due on ${formatLongDay(dueOn)}`;
  return lapsesOn ? `${was}; it lapses on ${formatLongDay(lapsesOn)}` : was;
}
