import { type Day, formatDay, formatLongDay } from "@/lib/calendar";
import { type CreditStep, printCredits, refusalOfStep } from "@/lib/credits/amount";
import type { EntryState } from "@/lib/entries/rules";

/** What an entry says that staff can correct; credits in hundredths. */
export type EntryFacts = {
  earnedOn: Day;
  format: string;
  credits: number;
  creditType: string;
  providerId: string | null;
  /** Its name, whether it is a known one or not. */
  provider: string;
  courseNumber: string;
  title: string;
};

/** Every reason why an entry cannot be corrected to these facts, by field; none when it can. */
export function refusalsOfFacts(
  is: EntryFacts,
  becomes: EntryFacts,
  known: { format: boolean; creditType: CreditStep | null; provider: boolean; today: Day },
): Record<string, string> {
  const { format, creditType, provider, today } = known;
  const refusals: [string, string | null][] = [
    [
      "earnedOn",
      becomes.earnedOn > today
        ? `This date is in the future: today is ${formatLongDay(today)}.`
        : null,
    ],
    ["format", format ? null : "Choose a format from the list."],
    ["creditType", creditType ? null : "Choose a credit type from the list."],
    ["credits", creditType && refusalOfStep(becomes.credits, creditType)],
    ["provider", provider ? null : "Choose a provider from the list, or Other."],
  ];
  const found = refusals.filter((each): each is [string, string] => each[1] !== null);
  if (found.length === 0 && changesOf(is, becomes).length === 0) {
    return { title: "Nothing differs from the entry as it stands. Change what is wrong." };
  }
  return Object.fromEntries(found);
}

/** What differs, in the words of the form. */
export function changesOf(is: EntryFacts, becomes: EntryFacts) {
  const was = shown(is);
  const made = shown(becomes);
  return was.flatMap(({ name, fact }, place) => {
    const to = made[place]?.fact ?? "";
    return fact === to ? [] : [{ name, from: fact, to }];
  });
}

function shown(facts: EntryFacts) {
  return [
    { name: "Date Earned", fact: formatDay(facts.earnedOn) },
    { name: "Format", fact: facts.format },
    { name: "Credits", fact: printCredits(facts.credits) },
    { name: "Credit Type", fact: facts.creditType },
    { name: "Provider/Organization", fact: facts.provider },
    { name: "Course number", fact: facts.courseNumber || "none" },
    { name: "Course Name", fact: facts.title },
  ];
}

/** Why this entry cannot be corrected here; null when it can. */
export function refusalToCorrectEntry({
  state,
  source,
}: {
  state: EntryState;
  source: string;
}): string | null {
  if (source === "claim") return "This credit comes from a claim: correct the claim's days.";
  if (state === "replaced") return "A newer entry replaces this one: look at what stands now.";
  return state === "accepted"
    ? null
    : `This entry is ${state}. Only an accepted one is corrected; the others are reviewed.`;
}

/** What to say when a colleague was quicker. */
export function wordsForReplaced(now: EntryFacts): string {
  return `This entry was corrected meanwhile: it now stands at ${printCredits(now.credits)} ${now.creditType}, ${now.format}, earned ${formatDay(now.earnedOn)}, “${now.title}”. Look at it and correct it again.`;
}
