import { FactsList } from "@/components/facts-list";
import { Notice } from "@/components/notice";
import { printCredits } from "@/lib/credits/amount";
import type { Impact } from "@/lib/rule-previews/rules";

/** The totals of a preview, and what its date means for cycles that are further on. */
export function ImpactFacts({
  impact,
  isPast,
  replaces,
}: {
  impact: Impact;
  /** Its date has come already. */
  isPast: boolean;
  /** Another version from the same date stands. */
  replaces: boolean;
}) {
  const { judged, gains, losses, renewed, invoiced, waived, unruled } = impact;
  const warnings = [
    replaces ? "It takes the place of the version from the same date." : "",
    isPast ? "Its date is not in the future." : "",
    renewed > 0
      ? `${cycles(renewed)} renewed already: they keep the rules they were renewed under.`
      : "",
    invoiced > 0
      ? `${cycles(invoiced)} invoiced already: what the invoice asks for binds until an administrator changes it, so it is what they are judged by before and after.`
      : "",
    waived > 0
      ? `${cycles(waived)} left out of who gains and who falls short: their credits are waived, so nothing is asked of them.`
      : "",
  ].filter(Boolean);
  return (
    <>
      {warnings.length > 0 ? (
        <Notice tone="note">
          {warnings.map((warning) => (
            <p key={warning}>{warning}</p>
          ))}
        </Notice>
      ) : null}
      <FactsList
        facts={[
          { name: "Fall under it", fact: cyclesAlone(judged) },
          {
            name: "Fall short",
            fact:
              losses.cycles === 0
                ? "Nobody"
                : `${cyclesAlone(losses.cycles)}, ${printCredits(losses.credits)} credits more to go in all; ${partOf(losses.unsettled)} ${losses.unsettled === 1 ? "has" : "have"} enough today`,
          },
          {
            name: "Gain",
            fact:
              gains.cycles === 0
                ? "Nobody"
                : `${cyclesAlone(gains.cycles)}, ${printCredits(gains.credits)} credits less to go in all; ${partOf(gains.settled)} would have enough`,
          },
          {
            name: "Stay as they are",
            fact: cyclesAlone(judged - gains.cycles - losses.cycles - unruled - waived),
          },
          ...(unruled > 0
            ? [{ name: "No rules before", fact: `${cyclesAlone(unruled)}, not compared` }]
            : []),
        ]}
      />
    </>
  );
}

const cyclesAlone = (count: number) => (count === 1 ? "1 cycle" : `${count} cycles`);
const cycles = (count: number) => (count === 1 ? "1 cycle is" : `${count} cycles are`);
const partOf = (count: number) => (count === 0 ? "none of them" : `${count} of them`);
