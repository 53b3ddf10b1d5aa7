"use client";

import { useId } from "react";
import { printCredits } from "@/lib/credits/amount";
import type { CreditByYear } from "@/lib/dashboard/by-year";
import { ChartBlock, ChartHatches } from "./chart-block";

const HEIGHT = 160;
const STEP = 88;
const BAR = 48;

/** Credit by year and format: columns for the eye, and the same figures in a table beside them. */
export function CreditChart({ years, formats, totals }: CreditByYear) {
  const most = Math.max(...totals, 1);
  const chart = useId();
  return (
    <div className="flex flex-wrap items-end gap-x-10 gap-y-6">
      <svg
        viewBox={`0 0 ${years.length * STEP} ${HEIGHT + 48}`}
        aria-hidden="true"
        className="min-w-0 grow basis-56 text-note"
        style={{ maxWidth: years.length * STEP }}
      >
        <ChartHatches id={chart} />
        {years.map((year, column) => {
          const total = totals[column] ?? 0;
          const middle = column * STEP + STEP / 2;
          let top = HEIGHT + 22;
          return (
            <g key={year}>
              {formats.map(({ name, credits }, place) => {
                const height = ((credits[column] ?? 0) / most) * HEIGHT;
                top -= height;
                return height > 0 ? (
                  <ChartBlock
                    key={name}
                    chart={chart}
                    place={place}
                    x={middle - BAR / 2}
                    y={top}
                    width={BAR}
                    height={Math.max(height - 2, 0.5)}
                  />
                ) : null;
              })}
              <text x={middle} y={top - 7} textAnchor="middle" className="fill-ink tabular-nums">
                {printCredits(total)}
              </text>
              <text
                x={middle}
                y={HEIGHT + 40}
                textAnchor="middle"
                className="fill-muted tabular-nums"
              >
                {year}
              </text>
            </g>
          );
        })}
        <path d={`M0 ${HEIGHT + 22}H${years.length * STEP}`} className="stroke-edge" />
      </svg>
      <div className="min-w-0 grow basis-80">
        <table className="w-full border-collapse text-body [&_td]:text-end [&_td]:ps-4 [&_th]:py-1 [&_tr]:border-b [&_tr]:border-hairline">
          <caption className="sr-only">Accepted credit by year earned and format</caption>
          <thead className="text-note text-muted [&_th]:text-end [&_th:first-child]:text-start">
            <tr>
              <th scope="col">Format</th>
              {years.map((year) => (
                <th key={year} scope="col">
                  {year}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {formats.map(({ name, credits }, place) => (
              <tr key={name}>
                <th scope="row" className="text-start font-normal">
                  <svg viewBox="0 0 16 16" aria-hidden="true" className="me-2 inline size-4">
                    <ChartBlock
                      chart={chart}
                      place={place}
                      x={0.5}
                      y={0.5}
                      width={15}
                      height={15}
                    />
                  </svg>
                  {name}
                </th>
                {credits.map((amount, column) => (
                  <td key={years[column]}>{amount === 0 ? "–" : printCredits(amount)}</td>
                ))}
              </tr>
            ))}
          </tbody>
          <tfoot className="font-semibold">
            <tr>
              <th scope="row" className="text-start">
                Total
              </th>
              {totals.map((total, column) => (
                <td key={years[column]}>{printCredits(total)}</td>
              ))}
            </tr>
          </tfoot>
        </table>
      </div>
    </div>
  );
}
