import { formatDays } from "@/lib/calendar";
import { printCredits } from "@/lib/credits/amount";
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
  return `\uFEFF${[head, ...entries, ...byType, ...whole].map(line).join("")}`;
}

function line(cells: readonly string[]): string {
  return `${cells.map(cell).join(",")}\r\n`;
}

/**
 * A cell that a spreadsheet would take for a formula gets an apostrophe before it. Our own numbers and
 * dates never begin so, and stay numbers and dates.
 */
function cell(text: string): string {
  const harmless = /^\s*[=+\-@\t\r＝＋－＠]/u.test(text) ? `'${text}` : text;
  return /[",\r\n\t]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
