import { View } from "@react-pdf/renderer";
import { printCredits } from "@/lib/credits/amount";
import { briefDay, shortCode } from "@/lib/dashboard/wording";
import { HAIRLINE, INK, MUTED } from "@/lib/drawing/ink";
import { Words } from "@/lib/drawing/words";
import type { TranscriptCycle, TranscriptFacts } from "@/lib/transcripts/rules";

type Row = TranscriptFacts["rows"][number];

const GAP = 10;
/** Shares of the width. */
const COLUMNS = [
  { header: "Date Earned", share: 0.12 },
  { header: "Course Name", share: 0.28 },
  { header: "Format", share: 0.13 },
  { header: "Credit Type", share: 0.11 },
  { header: "CECs", share: 0.09, align: "right" },
  { header: "Counts for", share: 0.27 },
] as const;

const sans = { house: "Source Sans", size: 8.5, lineHeight: 1.35 } as const;

/** Repeated on every page. */
export function TableHead({ width }: { width: number }) {
  return (
    <View
      fixed
      style={{ ...row, borderBottom: `0.8 solid ${INK}`, paddingBottom: 3, paddingTop: 0 }}
    >
      {COLUMNS.map((column) => (
        <View key={column.header}>
          <Cell column={column} width={width} color={MUTED}>
            {column.header}
          </Cell>
        </View>
      ))}
    </View>
  );
}

const row = { flexDirection: "row", columnGap: GAP, paddingVertical: 4 } as const;

// A record may be long, and each element costs time: a row is seven texts and little around them.
export function EntryRow({
  row: { entry, lines },
  cycles,
  width,
}: {
  row: Row;
  cycles: readonly TranscriptCycle[];
  width: number;
}) {
  const [date, name, format, type, amount, counts] = COLUMNS;
  const state = entry.state === "accepted" ? "" : entry.state;
  const beneath = [entry.provider, entry.courseNumber, state];
  return (
    <View wrap={false} style={{ ...row, borderBottom: `0.4 solid ${HAIRLINE}` }}>
      <Cell column={date} width={width}>
        {briefDay(entry.earnedOn)}
      </Cell>
      <View>
        <Cell column={name} width={width}>
          {entry.title}
        </Cell>
        <Cell column={name} width={width} color={MUTED}>
          {beneath.filter(Boolean).join("  ·  ")}
        </Cell>
      </View>
      <Cell column={format} width={width}>
        {entry.format}
      </Cell>
      <Cell column={type} width={width}>
        {entry.creditType}
      </Cell>
      <View>
        <Cell column={amount} width={width}>
          {printCredits(entry.credits)}
        </Cell>
      </View>
      <Cell column={counts} width={width}>
        {countsFor(lines, cycles)}
      </Cell>
    </View>
  );
}

/** What an entry does for each cycle whose window it was earned in. */
function countsFor(lines: Row["lines"], cycles: readonly TranscriptCycle[]): string {
  const told = lines.flatMap(({ counted, reason }, place) => {
    if (reason === "outside the window") return [];
    const code = shortCode(cycles[place]?.cycle.called.code ?? "");
    const why = reason === "counted" ? "" : ` (${reason})`;
    return `${code} ${printCredits(counted)}${why}`;
  });
  return told.length > 0 ? told.join(", ") : "Outside every window";
}

function Cell({
  column,
  width,
  color = INK,
  children,
}: {
  column: (typeof COLUMNS)[number];
  width: number;
  color?: string;
  children: string;
}) {
  return (
    <Words
      {...sans}
      color={color}
      width={column.share * (width - GAP * (COLUMNS.length - 1))}
      align={"align" in column ? "right" : "left"}
    >
      {children}
    </Words>
  );
}
