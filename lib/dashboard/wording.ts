import type { Line, Reason } from "@/lib/allocations/lines";
import { type Day, formatDays, formatLongDay } from "@/lib/calendar";
import { printBriefly, printCredits } from "@/lib/credits/amount";
import type { CycleLine, HeldCycle, Standing } from "@/lib/dashboard/rules";
import type { StandingEntry } from "@/lib/entries/rules";
import type { Cap } from "@/lib/programs/rules";
import { capital } from "@/lib/sentences";

/** "31 Dec 2026" */
export function briefDay(day: Day): string {
  return formatDays(day, day);
}

/** What the gauge shows, in words: "32 of 45". */
export function reachedWords({
  counted,
  required,
}: Pick<Standing, "counted" | "required">): string {
  return `${printBriefly(counted)} of ${printBriefly(required)}`;
}

/** What is left to do: "13 to go by 31 Dec 2026", "Complete". */
export function toGoWords(standing: Omit<Standing, "lines">, today: Day): string {
  const { outstanding, required, counted, minimums, window } = standing;
  if (required === 0) return "Nothing is required";
  if (outstanding === 0) return "Complete";
  const binding = minimums.find(({ missing }) => missing === outstanding);
  const kind = binding && counted + outstanding > required ? ` ${binding.of}` : "";
  const left = `${printBriefly(outstanding)}${kind} to go`;
  return window.to < today
    ? `${left}, the window ended ${briefDay(window.to)}`
    : `${left} by ${briefDay(window.to)}`;
}

/** "CPT" of "ACSM-CPT", for the narrow cells of a table. */
export function shortCode(code: string): string {
  return code.slice(code.lastIndexOf("-") + 1);
}

/** What an entry counts for, in a line: "CPT 5.00 · EP 5.00", "Nothing". */
export function countsForWords(lines: readonly CycleLine[]): string {
  const parts = lines.flatMap(({ cycle, line }) => {
    const code = shortCode(cycle.called.code);
    if (line.counted > 0) return `${code} ${printCredits(line.counted)}`;
    return line.pending > 0 ? `${code} ${printCredits(line.pending)} pending` : [];
  });
  return parts.length > 0 ? parts.join(" · ") : "Nothing";
}

/** Why: "5.00 counted, 1.00 not: yearly maximum. At most 5.00 Teaching …" */
export function lineWords({ counted, rest, reason, detail }: Line): string {
  if (rest === 0) return `${printCredits(counted)} counted. ${detail}`;
  if (counted === 0) return `Nothing counted: ${readByMember(reason)}. ${detail}`;
  return `${printCredits(counted)} counted, ${printCredits(rest)} not: ${reason}. ${detail}`;
}

function readByMember(reason: Reason): string {
  return reason === "returned" ? "returned to you" : reason;
}

/** The same as staff read it: "Yearly maximum", "Returned to the member". */
export function reasonForStaff(reason: Reason): string {
  return reason === "returned" ? "Returned to the member" : capital(reason);
}

/**
 * The maxima in force for these cycles, as members know them: "A maximum of 5 credits with the format
 * of Teaching, and/or 8 credits for Volunteering will apply to your total credits each year."
 */
export function maximaSentences(cycles: readonly HeldCycle[]): string[] {
  const groups = new Map<string, { caps: Cap[]; per: Cap["per"]; codes: string[] }>();
  for (const { terms, called, window } of cycles) {
    const inForce = terms.caps.filter(
      ({ from, to }) => !(from && from > window.to) && !(to && to < window.from),
    );
    for (const per of Object.keys(PERIODS) as Cap["per"][]) {
      const caps = inForce.filter((cap) => cap.per === per);
      if (caps.length === 0) continue;
      const key = JSON.stringify(caps);
      const group = groups.get(key) ?? { caps, per, codes: [] };
      if (!group.codes.includes(called.code)) group.codes.push(called.code);
      groups.set(key, group);
    }
  }
  const held = new Set(cycles.map(({ called }) => called.code)).size;
  return [...groups.values()].map(({ caps, per, codes }) => {
    const whom = codes.length < held ? `For ${codes.join(" and ")}, a` : "A";
    return `${whom} maximum of ${listed(caps)} will apply to your total credits ${PERIODS[per]}.`;
  });
}

const PERIODS = {
  "calendar year": "each year",
  "cycle year": "each year of the cycle",
  cycle: "each cycle",
};

function listed(caps: readonly Cap[]): string {
  const parts = caps.map(({ name, formats, credits, from }, place) => {
    const amount = printBriefly(credits);
    const since = from ? ` (earned from ${formatLongDay(from)} on)` : "";
    if (name) return `${amount} ${name}${since}`;
    const kind = place === 0 ? "credits with the format of" : "credits for";
    return `${amount} ${kind} ${formats.join(" or ")}${since}`;
  });
  const last = parts.pop() ?? "";
  return parts.length === 0 ? last : `${parts.join(", ")}, and/or ${last}`;
}

/** The notice about dates that came with the move from an earlier system; null: no entry carries one. */
export function moveNotice(
  entries: readonly Pick<StandingEntry, "earnedOn" | "reportedOn">[],
  { moveOn, shortName }: { moveOn: Day | null; shortName: string },
): string | null {
  const isMoved = ({ earnedOn, reportedOn }: Pick<StandingEntry, "earnedOn" | "reportedOn">) =>
    moveOn !== null && reportedOn === moveOn && earnedOn < moveOn;
  if (moveOn === null || !entries.some(isMoved)) return null;
  return `For credits submitted prior to ${formatLongDay(moveOn)}, the Date Reported will be the date ${shortName} changed systems. Credits apply correctly to your certification based on the Date Earned.`;
}
