import { formatLongDay } from "@/lib/calendar";
import { printCredits } from "@/lib/credits/amount";
import { type Cap, capName } from "@/lib/programs/rules";

const PERIODS = {
  "calendar year": "in a calendar year",
  "cycle year": "in a year of the cycle",
  cycle: "in a cycle",
};

/** "At most 5.00 CPR/first aid in a calendar year, from 1 January 2025": without its full stop. */
export function capWords(cap: Cap): string {
  const dates = [
    cap.from && `from ${formatLongDay(cap.from)}`,
    cap.to && `until ${formatLongDay(cap.to)}`,
  ].filter(Boolean);
  const most = `At most ${printCredits(cap.credits)} ${capName(cap)} ${PERIODS[cap.per]}`;
  return dates.length > 0 ? `${most}, ${dates.join(" ")}` : most;
}
