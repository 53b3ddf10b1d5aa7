import type { Twin } from "@/lib/allocations/duplicates";
import type { Room } from "@/lib/allocations/rooms";
import { type Day, formatLongDay } from "@/lib/calendar";
import { printCredits } from "@/lib/credits/amount";
import type { TermsInForce } from "@/lib/programs/rules";
import { capWords, SOURCES } from "@/lib/programs/wording";
import { capital } from "@/lib/sentences";
import type { EntrySource } from "@/prisma/generated/enums";

/** The sentences that say why an entry counts as it does; dates are printed once for all lines. */
export function wordsFor(terms: TermsInForce, window: { from: Day; to: Day }) {
  const dates = `${formatLongDay(window.from)} to ${formatLongDay(window.to)}`;
  const inWindow = `Earned in the window from ${dates}.`;
  const outside = `Only credit earned from ${dates} counts.`;
  const sources = terms.sources.map((source) => SOURCES[source]).join(", ");
  const tooMuch = `is more than the ${printCredits(terms.required)} required; surplus is not carried over.`;
  const capped = new Map<Room, string>();
  const opens = new Map<string, string>();

  return {
    counted: () => inWindow,
    outside: () => outside,
    creditType: (type: string) => `Credit type ${type} does not count.`,
    source: (source: EntrySource) =>
      `${capital(SOURCES[source])} do not count; these do: ${sources}.`,
    formatFrom: (format: string, day: Day) =>
      remembered(
        opens,
        format,
        () => `${format} counts when earned from ${formatLongDay(day)} on.`,
      ),
    awaitsReview: (adds: number, because: string) =>
      `Accepted, it would add ${printCredits(adds)}.${because && ` ${because}`}`,
    duplicate: ({ of, sameBy }: Twin) =>
      `Same date, provider and ${sameBy} as “${of.title}”, which counts once.`,
    cap: ({ room, before }: { room: Room; before: number }) => {
      const words = remembered(capped, room, () => roomWords(room));
      return `${words}${printCredits(before)} before this).`;
    },
    surplus: (credits: number) => `${printCredits(credits)} ${tooMuch}`,
  };
}

function roomWords({ cap, period }: Room): string {
  const since = cap.per === "cycle year" ? `from ${formatLongDay(period)}` : period;
  return `${capWords(cap)} (${since && `${since}: `}`;
}

function remembered<Key>(kept: Map<Key, string>, key: Key, write: () => string): string {
  const words = kept.get(key) ?? write();
  kept.set(key, words);
  return words;
}

export type Words = ReturnType<typeof wordsFor>;
