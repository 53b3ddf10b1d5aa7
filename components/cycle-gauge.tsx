import type { Route } from "next";
import { type Day, formatDays } from "@/lib/calendar";
import { printBriefly } from "@/lib/credits/amount";
import type { Standing } from "@/lib/records/rules";
import { reachedWords, toGoWords } from "@/lib/records/wording";
import { Gauge } from "./gauge";
import { TextLink } from "./text-link";

/** How far along a cycle is: the picture, the same in words, its dates beneath. */
export function CycleGauge({
  standing,
  today,
  ledger,
}: {
  standing: Standing;
  today: Day;
  ledger: Route;
}) {
  const { cycle, window, counted, pending, surplus, required, minimums, outstanding } = standing;
  const { called, startsOn, endsOn } = cycle;
  const isWindowOther = window.from !== startsOn || window.to !== endsOn;
  return (
    <li className="flex flex-col items-center gap-4 rounded-soft border border-hairline bg-surface px-4 pt-5 pb-4 text-center">
      <div>
        <h2>{called.code}</h2>
        <p className="text-body text-muted">{called.name}</p>
      </div>
      <div className="relative flex w-full justify-center">
        <Gauge
          id={`hatch-${cycle.id}`}
          counted={counted}
          pending={pending}
          required={required}
          isFull={outstanding === 0}
        />
        <p className="absolute inset-x-0 bottom-0 leading-none">
          <span className="text-[2.25rem] font-semibold tabular-nums">{printBriefly(counted)}</span>
          <span className="mt-1 block text-body text-muted">of {printBriefly(required)}</span>
        </p>
      </div>
      <p>
        <span className="sr-only">{reachedWords(standing)}, </span>
        <span className={outstanding === 0 ? "font-semibold text-good" : "font-semibold"}>
          {toGoWords(standing, today)}
        </span>
        <span className="block text-body text-muted tabular-nums">
          {formatDays(startsOn, endsOn)}
        </span>
        {isWindowOther ? (
          <span className="block text-note text-muted tabular-nums">
            for credit earned {formatDays(window.from, window.to)}
          </span>
        ) : null}
      </p>
      <ul className="flex flex-wrap justify-center gap-x-4 gap-y-1 text-body tabular-nums">
        {minimums.map((minimum) => (
          <li key={minimum.of}>
            {minimum.of} {printBriefly(Math.min(minimum.counted, minimum.credits))} of{" "}
            {printBriefly(minimum.credits)}
          </li>
        ))}
        {pending > 0 ? <li>{printBriefly(pending)} pending</li> : null}
        {surplus > 0 ? <li>{printBriefly(surplus)} surplus</li> : null}
      </ul>
      <p className="mt-auto text-body">
        <TextLink href={ledger}>
          What counts and why<span className="sr-only"> for {called.code}</span>
        </TextLink>
      </p>
    </li>
  );
}
