import type { Day } from "@/lib/calendar";
import type { EntrySource } from "@/prisma/generated/enums";

/** What duplicates are recognised by. Keys are folded by identifier_key(). */
export type Comparable = {
  id: string;
  earnedOn: Day;
  source: EntrySource;
  providerKey: string;
  /** Empty: none was given. */
  courseNumberKey: string;
  titleKey: string;
  title: string;
  /** The claim that it is a day of; null: of none. */
  claimKey: string | null;
  /** Staff looked: it only resembles another entry. */
  isNotDuplicate: boolean;
  isAccepted: boolean;
};

export type Twin = { of: Comparable; sameBy: "course number" | "title" };

const GO_FIRST: ReadonlySet<EntrySource> = new Set(["claim", "provider_post"]);

/**
 * Remembers entries that count, and knows which entry repeats one of them: same date and provider,
 * and equal course number or title. The days of one claim never repeat each other, and what staff
 * found to be no duplicate is compared with nothing.
 */
class Originals {
  private readonly byMark = new Map<string, Comparable>();

  /** Remembers an entry unless it repeats one that is remembered, which it answers then. */
  add(entry: Comparable): Twin | null {
    if (entry.isNotDuplicate) return null;
    const place = `${entry.earnedOn} ${entry.providerKey}`;
    const byCourse = entry.courseNumberKey && `${place}\n#${entry.courseNumberKey}`;
    const byTitle = `${place}\n=${entry.titleKey}`;
    const sameCourse = byCourse ? this.byMark.get(byCourse) : undefined;
    if (sameCourse && !areOfOneClaim(sameCourse, entry)) {
      return { of: sameCourse, sameBy: "course number" };
    }
    const sameTitle = this.byMark.get(byTitle);
    if (sameTitle && !areOfOneClaim(sameTitle, entry)) return { of: sameTitle, sameBy: "title" };
    // All that are remembered under one mark are days of one claim, so the first speaks for them.
    if (byCourse && !sameCourse) this.byMark.set(byCourse, entry);
    if (!sameTitle) this.byMark.set(byTitle, entry);
    return null;
  }
}

function areOfOneClaim(a: Comparable, b: Comparable): boolean {
  return a.claimKey !== null && a.claimKey === b.claimKey;
}

/**
 * Which of these entries, given in their order, repeat another. Claims and provider posts go first; what
 * awaits review comes last, so that it never stands in the way of what is accepted.
 */
export function duplicatesAmong(entries: readonly Comparable[]): Map<string, Twin> {
  const originals = new Originals();
  const twins = new Map<string, Twin>();
  for (const isAccepted of [true, false]) {
    for (const goesFirst of [true, false]) {
      for (const entry of entries) {
        if (entry.isAccepted !== isAccepted || GO_FIRST.has(entry.source) !== goesFirst) continue;
        const twin = originals.add(entry);
        if (twin) twins.set(entry.id, twin);
      }
    }
  }
  return twins;
}

/** Which of these entries one that is not yet among them would repeat; null: none. */
export function twinAmong(entries: readonly Comparable[], entry: Comparable): Twin | null {
  const originals = new Originals();
  for (const each of entries) originals.add(each);
  return originals.add(entry);
}
