import { ChoiceFilters } from "@/components/choice-filters";
import { type CycleLine, STANDINGS, type Standing, standingsOf } from "@/lib/dashboard/rules";
import type { DashboardAddress } from "@/lib/dashboard/schema";
import type { StandingEntry } from "@/lib/entries/rules";
import { capital } from "@/lib/sentences";

const SORTS: { value: DashboardAddress["sort"]; label: string }[] = [
  { value: "-earned", label: "Date Earned, latest" },
  { value: "earned", label: "Date Earned, earliest" },
  { value: "-reported", label: "Date Reported, latest" },
  { value: "-credits", label: "CECs Earned, most" },
  { value: "name", label: "Course Name" },
  { value: "format", label: "Format" },
  { value: "type", label: "Credit Type" },
];

/** Offers what the record holds, and nothing that would find nothing. */
export function EntryFilter({
  entries,
  active,
  lines,
  address,
}: {
  entries: readonly StandingEntry[];
  active: readonly Standing[];
  lines: ReadonlyMap<string, readonly CycleLine[]>;
  address: Omit<DashboardAddress, "after" | "before">;
}) {
  const { certification, format, year, standing, sort } = address;
  const formats = [...new Set(entries.map((entry) => entry.format))].sort();
  const years = [...new Set(entries.map(({ earnedOn }) => earnedOn.slice(0, 4)))].sort().reverse();
  const standings = new Set<string>(standing ? [standing] : []);
  for (const entry of entries) {
    for (const each of standingsOf(entry, lines.get(entry.id) ?? [])) standings.add(each);
  }
  const isChanged = Boolean(certification || format || year || standing || sort !== "-earned");
  const filters = [
    {
      name: "format",
      label: "Format",
      chosen: format ?? "",
      choices: formats,
    },
    { name: "year", label: "Year Earned", chosen: year ?? "", choices: years },
    {
      name: "standing",
      label: "Counts",
      chosen: standing ?? "",
      choices: STANDINGS.filter((each) => standings.has(each)).map((value) => ({
        value,
        label: capital(value),
      })),
    },
    { name: "sort", label: "Sort by", chosen: sort, choices: SORTS, isOrder: true },
  ];
  const certifications = {
    name: "certification",
    label: "Certification",
    chosen: certification ?? "",
    choices: active.map(({ cycle }) => ({ value: cycle.id, label: cycle.called.code })),
  };
  return (
    <ChoiceFilters
      action="/cecs"
      clear={isChanged ? "/cecs" : undefined}
      filters={active.length > 1 ? [certifications, ...filters] : filters}
    />
  );
}
