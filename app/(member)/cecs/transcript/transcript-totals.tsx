import { FactsList } from "@/components/facts-list";
import { formatDays } from "@/lib/calendar";
import { printCredits } from "@/lib/credits/amount";
import type { Transcript } from "@/lib/transcripts/rules";

/** The figures that the documents below will print. */
export function TranscriptTotals({ transcript }: { transcript: Transcript }) {
  const { rows, totals, pending, cycles, counted } = transcript;
  return (
    <FactsList
      facts={[
        { name: "Entries", fact: String(rows.length) },
        ...totals.map(({ creditType, credits }) => ({
          name: creditType === "None" ? "Without credit type" : `Total ${creditType}`,
          fact: printCredits(credits),
        })),
        ...(pending > 0 ? [{ name: "Awaiting review", fact: printCredits(pending) }] : []),
        ...cycles.map(({ cycle }, place) => ({
          name: `Counted for ${cycle.called.code}`,
          fact: `${printCredits(counted[place] ?? 0)} in the cycle ${formatDays(cycle.startsOn, cycle.endsOn)}`,
        })),
      ]}
    />
  );
}
