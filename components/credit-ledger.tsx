import type { ReactNode } from "react";
import { printCredits } from "@/lib/credits/amount";
import { type CycleLine, entryState, type RecordedEntry } from "@/lib/records/rules";
import { briefDay, countsForWords, lineWords } from "@/lib/records/wording";

type Row = { entry: RecordedEntry; lines: readonly CycleLine[] };

/**
 * The entries of a record. A page shows many of them, so the look stands once, on the table, and a
 * cell is one element: on a phone it prints its column's name before itself.
 */
export function CreditLedger({
  caption,
  rows,
  actions,
}: {
  caption: string;
  rows: readonly Row[];
  /** What can be done with an entry, beneath why it counts. */
  actions: (entry: RecordedEntry) => ReactNode;
}) {
  return (
    <table className="ledger">
      <caption className="sr-only">{caption}</caption>
      <thead>
        <tr>
          <th scope="col" className="w-24">
            Date Earned
          </th>
          <th scope="col" className="w-28">
            Date Reported
          </th>
          <th scope="col" data-amount="" className="w-20">
            CECs Earned
          </th>
          <th scope="col">Course Name</th>
          <th scope="col" className="w-28">
            Format
          </th>
          <th scope="col" className="w-24">
            Credit Type
          </th>
          <th scope="col" className="w-52">
            Counts for
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ entry, lines }) => (
          <tr key={entry.id} id={entry.id}>
            <td data-label="Date Earned">{briefDay(entry.earnedOn)}</td>
            <td data-label="Date Reported">{briefDay(entry.reportedOn)}</td>
            <td data-label="CECs Earned" data-amount="">
              {printCredits(entry.credits)}
            </td>
            <th scope="row">
              {entry.title}
              <small>{entry.provider}</small>
              {entry.isAccepted ? null : <i>{capital(entryState(entry))}</i>}
            </th>
            <td data-label="Format">{entry.format}</td>
            <td data-label="Credit Type">{entry.creditType}</td>
            <td data-label="Counts for" data-wide="">
              <details>
                <summary>
                  {countsForWords(lines)} <b>why?</b>
                </summary>
                <Why entry={entry} lines={lines}>
                  {actions(entry)}
                </Why>
              </details>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Why({ entry, lines, children }: Row & { children: ReactNode }) {
  return (
    <div>
      {entry.reviewNote ? <p>{`Note from staff: ${entry.reviewNote}`}</p> : null}
      {lines.length === 0 ? <p>You hold no active certification that it could count for.</p> : null}
      {lines.map(({ cycle, line }) => (
        <p key={cycle.id}>
          <b>{cycle.called.code}</b>
          {` ${lineWords(line)}`}
        </p>
      ))}
      <p>{children}</p>
    </div>
  );
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
