import type { Twin } from "@/lib/allocations/duplicates";
import type { Room } from "@/lib/allocations/rooms";
import { type Day, formatLongDay } from "@/lib/calendar";
import { printCredits } from "@/lib/credits/amount";
import type { TermsInForce } from "@/lib/programs/rules";
import { capWords, SOURCES } from "@/lib/programs/wording";
import { capital } from "@/lib/sentences";
import type { EntrySource } from "@/prisma/generated/enums";

/**
 * The sentences that say why an entry counts as it does; dates are printed once for all lines. A class
 * and no bundle of functions: a preview makes one for every cycle that it judges.
 */
export class Words {
  private readonly dates: string;
  private readonly capped = new Map<Room, string>();
  private readonly opens = new Map<string, string>();

  constructor(
    private readonly terms: TermsInForce,
    window: { from: Day; to: Day },
  ) {
    this.dates = `${formatLongDay(window.from)} to ${formatLongDay(window.to)}`;
  }

  counted(): string {
    return `Earned in the window from ${this.dates}.`;
  }

  outside(): string {
    return `Only credit earned from ${this.dates} counts.`;
  }

  creditType(type: string): string {
    return `Credit type ${type} does not count.`;
  }

  source(source: EntrySource): string {
    const counting = this.terms.sources.map((each) => SOURCES[each]).join(", ");
    return `${capital(SOURCES[source])} do not count; these do: ${counting}.`;
  }

  formatFrom(format: string, day: Day): string {
    return remembered(
      this.opens,
      format,
      () => `${format} counts when earned from ${formatLongDay(day)} on.`,
    );
  }

  awaitsReview(adds: number, because: string): string {
    return `Accepted, it would add ${printCredits(adds)}.${because && ` ${because}`}`;
  }

  returned(): string {
    return "Staff sent it back: it counts once it is reported again and accepted.";
  }

  duplicate({ of, sameBy }: Twin): string {
    return `Same date, provider and ${sameBy} as “${of.title}”, which counts once.`;
  }

  cap({ room, before }: { room: Room; before: number }): string {
    const words = remembered(this.capped, room, () => roomWords(room));
    return `${words}${printCredits(before)} before this).`;
  }

  surplus(credits: number): string {
    const required = printCredits(this.terms.required);
    return `${printCredits(credits)} is more than the ${required} required; surplus is not carried over.`;
  }
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
