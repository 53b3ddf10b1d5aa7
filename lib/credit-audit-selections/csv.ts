import { countToDraw, rankedBy, type Size } from "@/lib/credit-audit-selections/rules";
import { CSV_MARK, csvLine } from "@/lib/csv";

type Drawn = { seed: string; candidates: readonly string[] } & Size;

/** The renewals that a draw was made from, in the order of the draw, for a spreadsheet. */
export function candidatesCsv({ seed, candidates, ...size }: Drawn): string {
  const drawn = countToDraw(size, candidates.length);
  const columns = ["Place", "Renewal", `SHA-256 of ${seed} and the renewal`, "Drawn"];
  const rows = rankedBy(seed, candidates).map(({ id, rank }, at) => {
    return [String(at + 1), id, rank, at < drawn ? "yes" : "no"];
  });
  return CSV_MARK + [columns, ...rows].map(csvLine).join("");
}
