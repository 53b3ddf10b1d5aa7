import { printCredits } from "@/lib/credits/amount";
import { CSV_MARK, csvLine } from "@/lib/csv";
import type { StandingEntry } from "@/lib/entries/rules";

const COLUMNS = [
  "Folder",
  "Date Earned",
  "Date Reported",
  "Course Name",
  "Provider/Organization",
  "Course Number",
  "Format",
  "Credit Type",
  "CECs Earned",
  "Counted",
  "Reason",
  "Rule",
  "Documents",
];

type Counted = {
  entry: StandingEntry;
  counted: number;
  reason: string;
  detail: string;
  documents: readonly { fileName: string }[];
};

/** What counted for a renewal, why, and what proves it, for a spreadsheet. */
export function countedCsv(entries: readonly (Counted & { folder: string })[]): string {
  const rows = entries.map(({ folder, entry, counted, reason, detail, documents }) => [
    folder,
    entry.earnedOn,
    entry.reportedOn,
    entry.title,
    entry.provider,
    entry.courseNumber,
    entry.format,
    entry.creditType,
    printCredits(entry.credits),
    printCredits(counted),
    reason,
    detail,
    documents.map(({ fileName }) => fileName).join("; "),
  ]);
  const total = printCredits(entries.reduce((sum, { counted }) => sum + counted, 0));
  const foot = ["Total", "", "", "", "", "", "", "", "", total, "", "", ""];
  return CSV_MARK + [COLUMNS, ...rows, foot].map(csvLine).join("");
}
