"use client";

import type { Route } from "next";
import { printBriefly } from "@/lib/credits/amount";
import { Gauge } from "./gauge";
import { TextLink } from "./text-link";

/** A cycle as its gauge shows it; credits are hundredths. */
export type GaugeFacts = {
  id: string;
  code: string;
  name: string;
  counted: number;
  pending: number;
  surplus: number;
  required: number;
  isComplete: boolean;
  /** "32 of 45", "13 to go by 31 Dec 2026" */
  reached: string;
  toGo: string;
  dates: string;
  /** The dates in which credit is earned, where they are not the cycle's. */
  window?: string;
  /** "in-network 3 of 5" */
  minimums: string[];
  ledger: Route;
};

/** How far along a cycle is: the picture, the same in words, its dates beneath. */
export function CycleGauge({ cycle }: { cycle: GaugeFacts }) {
  const { counted, pending, surplus, required, isComplete } = cycle;
  return (
    <li className="flex flex-col items-center gap-4 rounded-soft border border-hairline bg-surface px-4 pt-5 pb-4 text-center">
      <div>
        <h2>{cycle.code}</h2>
        <p className="text-body text-muted">{cycle.name}</p>
      </div>
      <div className="relative flex w-full justify-center">
        <Gauge
          id={`hatch-${cycle.id}`}
          counted={counted}
          pending={pending}
          required={required}
          isFull={isComplete}
        />
        <p aria-hidden="true" className="absolute inset-x-0 bottom-0 leading-none">
          <span className="text-[2.25rem] font-semibold tabular-nums">{printBriefly(counted)}</span>
          <span className="mt-1 block text-body text-muted">of {printBriefly(required)}</span>
        </p>
      </div>
      <p>
        <span className="sr-only">{`${cycle.reached}, `}</span>
        <span className={isComplete ? "font-semibold text-good" : "font-semibold"}>
          {cycle.toGo}
        </span>
        <span className="block text-body text-muted tabular-nums">{cycle.dates}</span>
        {cycle.window ? (
          <span className="block text-note text-muted tabular-nums">
            {`for credit earned ${cycle.window}`}
          </span>
        ) : null}
      </p>
      <ul className="flex flex-wrap justify-center gap-x-4 gap-y-1 text-body tabular-nums empty:hidden">
        {cycle.minimums.map((minimum) => (
          <li key={minimum}>{minimum}</li>
        ))}
        {pending > 0 ? <li>{`${printBriefly(pending)} pending`}</li> : null}
        {surplus > 0 ? <li>{`${printBriefly(surplus)} surplus`}</li> : null}
      </ul>
      <p className="mt-auto text-body">
        <TextLink href={cycle.ledger}>
          What counts and why<span className="sr-only"> for {cycle.code}</span>
        </TextLink>
      </p>
    </li>
  );
}
