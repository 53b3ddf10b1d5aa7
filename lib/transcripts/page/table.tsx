import { View } from "@react-pdf/renderer";
import { HAIRLINE, INK, MUTED } from "@/lib/certificates/page/ink";
import { Words } from "@/lib/certificates/page/words";
import { printCredits } from "@/lib/credits/amount";
import { entryState } from "@/lib/records/rules";
import { briefDay, shortCode } from "@/lib/records/wording";
import type { TranscriptCycle, TranscriptFacts } from "@/lib/transcripts/rules";

type Row = TranscriptFacts["rows"][number];

const GAP = 8;
/** Shares of the width. */
const COLUMNS = [
  { header: "Date Earned", share: 0.12 },
  { header: "Course Name", share: 0.32 },
  { header: "Format", share: 0.13 },
  { header: "Credit Type", share: 0.11 },
  { header: "CECs", share: 0.09, align: "right" },
  { header: "Counts for", share: 0.23 },
] as const;

const sans = { house: "Source Sans", size: 8.5, lineHeight: 1.35 } as const;

/** Repeated on every page. */
export function TableHead({ width }: { width: number }) {
  return (
    <View
      fixed
      style={{ flexDirection: "row", borderBottom: `0.8 solid ${INK}`, paddingBottom: 3 }}
    >
      {COLUMNS.map((column) => (
        <Cell key={column.header} column={column} width={width} color={MUTED}>
          {column.header}
        </Cell>
      ))}
    </View>
  );
}

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
  const state = entryState(entry);
  const told = countsFor(lines, cycles);
  return (
    <View
      wrap={false}
      style={{ flexDirection: "row", borderBottom: `0.4 solid ${HAIRLINE}`, paddingVertical: 4 }}
    >
      <Cell column={date} width={width}>
        {briefDay(entry.earnedOn)}
      </Cell>
      <View style={{ width: name.share * width, paddingRight: GAP }}>
        <Words {...sans} color={INK} width={name.share * width - GAP} align="left">
          {entry.title}
        </Words>
        <Words {...sans} color={MUTED} width={name.share * width - GAP} align="left">
          {[entry.provider, entry.courseNumber, state === "accepted" ? "" : state]
            .filter(Boolean)
            .join("  ·  ")}
        </Words>
      </View>
      <Cell column={format} width={width}>
        {entry.format}
      </Cell>
      <Cell column={type} width={width}>
        {entry.creditType}
      </Cell>
      <Cell column={amount} width={width}>
        {printCredits(entry.credits)}
      </Cell>
      <View style={{ width: counts.share * width }}>
        {told.map(({ words, isCounted }) => (
          <Words
            key={words}
            {...sans}
            color={isCounted ? INK : MUTED}
            width={counts.share * width}
            align="left"
          >
            {words}
          </Words>
        ))}
      </View>
    </View>
  );
}

/** What an entry does for each cycle whose window it was earned in. */
function countsFor(lines: Row["lines"], cycles: readonly TranscriptCycle[]) {
  const told = lines.flatMap(({ counted, reason }, place) => {
    if (reason === "outside the window") return [];
    const code = shortCode(cycles[place]?.cycle.called.code ?? "");
    const why = reason === "counted" ? "" : `, ${reason}`;
    return { words: `${code} ${printCredits(counted)}${why}`, isCounted: counted > 0 };
  });
  return told.length > 0 ? told : [{ words: "Outside every window", isCounted: false }];
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
  const isAmount = "align" in column;
  return (
    <View style={{ width: column.share * width, paddingRight: isAmount ? 2 * GAP : GAP }}>
      <Words
        {...sans}
        color={color}
        width={column.share * width - (isAmount ? 2 * GAP : GAP)}
        align={isAmount ? "right" : "left"}
      >
        {children}
      </Words>
    </View>
  );
}
