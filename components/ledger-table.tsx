import type { Line } from "@/lib/allocations/lines";
import { printCredits } from "@/lib/credits/amount";
import { briefDay } from "@/lib/dashboard/wording";
import type { StandingEntry } from "@/lib/entries/rules";
import { capital } from "@/lib/sentences";

type LedgerLine = Line & { entry: StandingEntry };

/** Entry, counted amount, reason, and the rule it comes from; on the last page with the totals. */
export function LedgerTable({
  lines,
  found,
  isLast,
}: {
  lines: readonly LedgerLine[];
  /** All that the totals are of. */
  found: readonly LedgerLine[];
  isLast: boolean;
}) {
  const sum = (amount: (line: LedgerLine) => number) =>
    printCredits(found.reduce((total, line) => total + amount(line), 0));
  return (
    <table className="ledger">
      <caption className="sr-only">Every credit and how it counts</caption>
      <thead>
        <tr>
          <th scope="col" className="w-25">
            Date Earned
          </th>
          <th scope="col">Course Name</th>
          <th scope="col" className="w-30">
            Format
          </th>
          <th scope="col" data-amount="" className="w-20">
            CECs Earned
          </th>
          <th scope="col" data-amount="" className="w-22">
            Counted
          </th>
          <th scope="col" className="w-80">
            Why
          </th>
        </tr>
      </thead>
      <tbody>
        {lines.map(({ entry, counted, reason, detail }) => (
          <tr key={entry.id} id={entry.id}>
            <td data-label="Date Earned">{briefDay(entry.earnedOn)}</td>
            <th scope="row">
              {entry.title}
              <small>{entry.provider}</small>
            </th>
            <td data-label="Format">{entry.format}</td>
            <td data-label="CECs Earned" data-amount="">
              {printCredits(entry.credits)}
            </td>
            <td data-label="Counted" data-amount="">
              {printCredits(counted)}
            </td>
            <td data-label="Why" data-wide="">
              <span>
                <b>{capital(reason)}</b>
                <small>{detail}</small>
              </span>
            </td>
          </tr>
        ))}
      </tbody>
      {isLast ? (
        <tfoot>
          <tr>
            <th scope="row" colSpan={3}>
              Total
            </th>
            <td data-label="CECs Earned" data-amount="">
              {sum(({ entry }) => entry.credits)}
            </td>
            <td data-label="Counted" data-amount="">
              {sum(({ counted }) => counted)}
            </td>
            <td />
          </tr>
        </tfoot>
      ) : null}
    </table>
  );
}
