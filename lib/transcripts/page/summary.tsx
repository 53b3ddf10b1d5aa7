import { View } from "@react-pdf/renderer";
import { formatDays, formatLongDay } from "@/lib/calendar";
import { printCredits } from "@/lib/credits/amount";
import { reachedWords, toGoWords } from "@/lib/dashboard/wording";
import { ACCENT, HAIRLINE, INK, MUTED } from "@/lib/drawing/ink";
import { Words } from "@/lib/drawing/words";
import type { TranscriptFacts } from "@/lib/transcripts/rules";

type Part = { facts: TranscriptFacts; width: number };

const serif = { align: "left", lineHeight: 1.25 } as const;
const sans = { house: "Source Sans", align: "left", size: 9, lineHeight: 1.4 } as const;

export function Heading({ facts, width }: Part) {
  const { asked, rows, name, suffix, memberNumber, madeOn } = facts;
  const whose = [suffix ? `${name}, ${suffix}` : name, memberNumber && `member ${memberNumber}`];
  return (
    <View style={{ marginBottom: 14 }}>
      <Words {...serif} size={10} color={ACCENT} width={width}>
        {facts.association}
      </Words>
      <Words {...serif} size={21} color={INK} width={width} marginTop={6}>
        {asked.entry ? "Transcript of one credit" : "Transcript of continuing education"}
      </Words>
      <Words {...serif} size={13} color={INK} width={width} marginTop={6}>
        {whose.filter(Boolean).join("  ·  ")}
      </Words>
      <Words {...sans} color={MUTED} width={width} marginTop={3}>
        {`${rangeWords(facts)}  ·  ${rows.length === 1 ? "1 entry" : `${rows.length} entries`}  ·  made on ${formatLongDay(madeOn)}`}
      </Words>
    </View>
  );
}

function rangeWords({ asked: { from, to, entry }, rows: [first] }: TranscriptFacts): string {
  if (entry && first) return `Earned on ${formatLongDay(first.entry.earnedOn)}`;
  if (from && to) return `Earned ${formatLongDay(from)} to ${formatLongDay(to)}`;
  if (from) return `Earned from ${formatLongDay(from)} on`;
  return to ? `Earned until ${formatLongDay(to)}` : "All credit on record";
}

/** How each certification stands, with the figures of the dashboard. */
export function Cycles({ facts, width }: Part) {
  if (facts.asked.entry) return null;
  return (
    <View style={{ marginBottom: 14 }}>
      {facts.cycles.map((standing) => {
        const { cycle, pending, surplus } = standing;
        const aside = [
          pending > 0 && `${printCredits(pending)} pending`,
          surplus > 0 && `${printCredits(surplus)} surplus`,
        ].filter(Boolean);
        const left = cycle.state === "active" ? toGoWords(standing, facts.madeOn) : cycle.state;
        return (
          <View
            key={cycle.id}
            style={{ flexDirection: "row", borderTop: `0.5 solid ${HAIRLINE}`, paddingVertical: 3 }}
          >
            <Words {...sans} color={INK} width={width * 0.16}>
              {cycle.called.code}
            </Words>
            <Words {...sans} color={MUTED} width={width * 0.26}>
              {formatDays(cycle.startsOn, cycle.endsOn)}
            </Words>
            <Words {...sans} color={INK} width={width * 0.58}>
              {[reachedWords(standing), left, ...aside].join("  ·  ")}
            </Words>
          </View>
        );
      })}
    </View>
  );
}

/** Accepted credit by type, what waits, and what of these rows counts for each cycle. */
export function Totals({ facts, width }: Part) {
  const lines = [
    ...facts.totals.map(({ creditType, credits }) => ({ what: `Total ${creditType}`, credits })),
    ...(facts.pending > 0 ? [{ what: "Awaiting review", credits: facts.pending }] : []),
    ...facts.cycles.map(({ cycle }, place) => ({
      what: `Of these, counted for ${cycle.called.code} ${formatDays(cycle.startsOn, cycle.endsOn)}`,
      credits: facts.counted[place] ?? 0,
    })),
  ];
  return (
    <View wrap={false} style={{ marginTop: 10, borderTop: `0.8 solid ${INK}`, paddingTop: 5 }}>
      {lines.map(({ what, credits }) => (
        <View key={what} style={{ flexDirection: "row", paddingVertical: 1.5 }}>
          <Words {...sans} color={INK} width={width - 70}>
            {what}
          </Words>
          <Words {...sans} color={INK} width={70} align="right">
            {printCredits(credits)}
          </Words>
        </View>
      ))}
    </View>
  );
}
