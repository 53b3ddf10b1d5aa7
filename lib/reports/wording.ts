import type { Line } from "@/lib/allocations/lines";
import type { Allocation } from "@/lib/allocations/rules";
import { printCredits } from "@/lib/credits/amount";
import type { Asks } from "@/lib/reports/rules";

/** What an entry would do for one cycle: its line, and the cycle's totals without and with it. */
export type Effect = {
  cycle: { called: { code: string }; startsOn: string; endsOn: string };
  line: Line;
  before: Pick<Allocation, "counted" | "required">;
  after: Pick<Allocation, "counted" | "required">;
};

/** What saving a form would do; null while too little of it is said. */
export type Preview = {
  asks: Asks;
  /** How an amount was converted, in words; null: it was not. */
  converted: string | null;
  sentence: string;
  programs: ReturnType<typeof programEffect>[];
} | null;

type Said = { format: string; creditType: string; awaitsReview: boolean };

/** "This will count 5.00 for CPT (…: 1.00 does not count) and nothing for EP (outside its window)." */
export function effectWords(effects: readonly Effect[], said: Said): string {
  if (effects.length === 0) return "You hold no certification with an active cycle.";
  const parts = effects.map(({ cycle, line }) => {
    const amount = line.counted === 0 ? "nothing" : printCredits(line.counted);
    const why = reasonWords(line, said);
    return `${amount} for ${nameAmong(cycle, effects)}${why && ` (${why})`}`;
  });
  const when = said.awaitsReview ? "Once staff have accepted it, this will" : "This will";
  return `${when} count ${listed(parts)}.`;
}

/** The same for one cycle, with its totals and the rule in a sentence. */
export function programEffect({ cycle, line, before, after }: Effect) {
  return {
    program: `${cycle.called.code} ${cycle.startsOn.slice(0, 4)}–${cycle.endsOn.slice(0, 4)}`,
    before: printCredits(before.counted),
    after: printCredits(after.counted),
    required: printCredits(after.required),
    rule: line.detail,
  };
}

/** Why not all of it counts, in a few words. */
function reasonWords({ reason, rest, surplus }: Line, { format, creditType }: Said): string {
  const lost = `${printCredits(rest)} does not count`;
  switch (reason) {
    case "counted":
      return "";
    case "outside the window":
      return "outside its window";
    case "yearly maximum":
      return `yearly maximum for ${format} reached: ${lost}`;
    case "cycle maximum":
      return `maximum for ${format} in the cycle reached: ${lost}`;
    case "credit type not accepted":
      return `credit type ${creditType} does not count`;
    case "source not accepted":
      return "self-reports do not count";
    case "format not accepted yet":
      return `${format} was not accepted yet`;
    case "surplus":
      return `${printCredits(surplus)} more than required`;
    default:
      return reason;
  }
}

/** A program's code, with its years where the member has two active cycles of it. */
function nameAmong(cycle: Effect["cycle"], effects: readonly Effect[]): string {
  const { code } = cycle.called;
  const same = effects.filter((each) => each.cycle.called.code === code);
  if (same.length === 1) return code;
  return `${code} ${cycle.startsOn.slice(0, 4)}–${cycle.endsOn.slice(0, 4)}`;
}

function listed(parts: readonly string[]): string {
  if (parts.length < 2) return parts.join("");
  return `${parts.slice(0, -1).join(", ")} and ${parts.at(-1)}`;
}
