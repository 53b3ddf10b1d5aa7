import { formatDays } from "@/lib/calendar";
import { printCredits } from "@/lib/credits/amount";
import { CSV_MARK, csvLine } from "@/lib/csv";
import type { Transcript } from "@/lib/transcripts/rules";

const COLUMNS = [
  "Date Earned",
  "Date Reported",
  "Course Name",
  "Provider/Organization",
  "Course Number",
  "Format",
  "Credit Type",
  "CECs Earned",
  "State",
];

/** The transcript for a spreadsheet: UTF-8 with its mark, so that names arrive whole; lines end in CRLF. */
export function transcriptCsv({ rows, cycles, counted, totals }: Transcript): string {
  const titles = cycles.map(
    ({ cycle }) => `${cycle.called.code} ${formatDays(cycle.startsOn, cycle.endsOn)}`,
  );
  const head = [
    ...COLUMNS,
    ...titles.flatMap((title) => [`${title}: counted`, `${title}: reason`, `${title}: rule`]),
  ];
  const entries = rows.map(({ entry, lines }) => [
    entry.earnedOn,
    entry.reportedOn,
    entry.title,
    entry.provider,
    entry.courseNumber,
    entry.format,
    entry.creditType,
    printCredits(entry.credits),
    entry.state,
    ...lines.flatMap((line) => [printCredits(line.counted), line.reason, line.detail]),
  ]);
  const total = ["Total", "", "", "", "", ""];
  const byType = totals.map(({ creditType, credits }) => [
    ...[...total, creditType, printCredits(credits), "accepted"],
    ...cycles.flatMap(() => ["", "", ""]),
  ]);
  const counts = counted.flatMap((credits) => [printCredits(credits), "", ""]);
  const whole = cycles.length > 0 ? [[...total, "", "", "counted", ...counts]] : [];
  return CSV_MARK + [head, ...entries, ...byType, ...whole].map(csvLine).join("");
}
