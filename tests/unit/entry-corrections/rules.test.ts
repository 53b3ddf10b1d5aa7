import { expect, test } from "vitest";
import {
  changesOf,
  type EntryFacts,
  refusalsOfFacts,
  refusalToCorrectEntry,
  wordsForReplaced,
} from "@/lib/entry-corrections/rules";
import { readEntryFields } from "@/lib/entry-corrections/schema";

const is: EntryFacts = {
  earnedOn: "2026-03-03",
  format: "Teaching",
  credits: 600,
  creditType: "CEC",
  providerId: null,
  provider: "Strength School",
  courseNumber: "",
  title: "Strength and Conditioning",
};
const known = {
  format: true,
  creditType: { name: "CEC", increment: 25 },
  provider: true,
  today: "2026-05-02",
};

test.each<[string, Partial<EntryFacts>, Partial<typeof known>, Record<string, string>]>([
  ["another amount", { credits: 500 }, {}, {}],
  ["none at all", { credits: 0 }, {}, {}],
  ["today", { earnedOn: "2026-05-02" }, {}, {}],
  ["the day after", { earnedOn: "2026-05-03" }, {}, { earnedOn: "This date is in the future" }],
  ["between two steps", { credits: 510 }, {}, { credits: "Enter 5.00 or 5.25." }],
  ["nothing", {}, {}, { title: "Nothing differs" }],
  ["an unknown format", { format: "x" }, { format: false }, { format: "from the list" }],
  ["an unknown provider", { provider: "x" }, { provider: false }, { provider: "from the list" }],
])("an entry corrected to %s", (_what, told, knows, refusals) => {
  const found = refusalsOfFacts(is, { ...is, ...told }, { ...known, ...knows });
  expect(Object.keys(found)).toEqual(Object.keys(refusals));
  for (const [name, words] of Object.entries(refusals)) expect(found[name]).toContain(words);
});

test("what differs is named as the form names it", () => {
  const becomes = { ...is, credits: 500, earnedOn: "2026-03-04", courseNumber: "A1" };
  expect(changesOf(is, becomes)).toEqual([
    { name: "Date Earned", from: "Tue 3 Mar 2026", to: "Wed 4 Mar 2026" },
    { name: "Credits", from: "6.00", to: "5.00" },
    { name: "Course number", from: "none", to: "A1" },
  ]);
});

test.each([
  ["accepted", "self_report", null],
  ["accepted", "claim", "correct the claim's days"],
  ["replaced", "import", "look at what stands now"],
  ["awaiting review", "self_report", "Only an accepted one"],
  ["withdrawn", "self_report", "Only an accepted one"],
] as const)("an entry that is %s, from a %s", (state, source, words) => {
  const refusal = refusalToCorrectEntry({ state, source });
  if (words === null) expect(refusal).toBeNull();
  else expect(refusal).toContain(words);
});

test("who comes second is told what stands", () => {
  expect(wordsForReplaced(is)).toContain("6.00 CEC, Teaching, earned Tue 3 Mar 2026");
});

test("an address says the fields or what is wrong with them", () => {
  expect(readEntryFields({ done: "now" })).toBeNull();
  const typed = { earnedOn: "3/4/2026", format: "Teaching", credits: "5", creditType: "CEC" };
  const all = { ...typed, courseNumber: "", provider: "other", providerOther: "S", title: "T" };
  expect(readEntryFields(all)?.fields).toMatchObject({ earnedOn: "2026-03-04", credits: 500 });
  const wrong = readEntryFields({ ...all, credits: "", title: ["a", "b"] });
  expect(wrong?.fields).toBeNull();
  expect(Object.keys(wrong?.errors ?? {})).toEqual(["credits", "title"]);
});
