"use client";

/** An entry as the table prints it: words alone, for a page sends many of them. */
export type LedgerRow = {
  id: string;
  earned: string;
  reported: string;
  credits: string;
  title: string;
  provider: string;
  format: string;
  creditType: string;
  /** Only of what is not accepted: "Awaiting review". */
  state?: string;
  countsFor: string;
  /** What staff wrote. */
  note?: string;
  /** The codes of cycles, and what the entry does for each of them. */
  why: [codes: string, words: string][];
  /** What the member can do: words and where they lead. */
  acts: [words: string, href: string][];
};

/**
 * The entries of a record. The table is drawn on the client's side of React, where a row costs a
 * fraction, and a cell is one element: on a phone it prints its column's name before itself.
 */
export function CreditLedger({ caption, rows }: { caption: string; rows: readonly LedgerRow[] }) {
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
        {rows.map((row) => (
          <tr key={row.id} id={row.id}>
            <td data-label="Date Earned">{row.earned}</td>
            <td data-label="Date Reported">{row.reported}</td>
            <td data-label="CECs Earned" data-amount="">
              {row.credits}
            </td>
            <th scope="row">
              {row.title}
              <small>{row.provider}</small>
              {row.state ? <i>{row.state}</i> : null}
            </th>
            <td data-label="Format">{row.format}</td>
            <td data-label="Credit Type">{row.creditType}</td>
            <td data-label="Counts for" data-wide="">
              <details>
                <summary>
                  {`${row.countsFor} `}
                  <b>why?</b>
                </summary>
                <Why {...row} />
              </details>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Why({ note, why, acts }: LedgerRow) {
  return (
    <div>
      {note ? <p>{`Note from staff: ${note}`}</p> : null}
      {why.length === 0 ? (
        <p>You hold no active certification that it could count for.</p>
      ) : (
        why.map(([codes, words]) => (
          <p key={words}>
            <b>{codes}</b>
            {` ${words}`}
          </p>
        ))
      )}
      <p className="flex flex-wrap gap-x-4 gap-y-2 pt-1">
        {acts.map(([words, href]) => (
          <a key={href} href={href} className="inline-flex min-h-6 items-center">
            {words}
          </a>
        ))}
      </p>
    </div>
  );
}
