import type { Route } from "next";
import Link from "next/link";
import { FIGURES, type Figure, linesOf, type Standing } from "@/lib/renewals/standing";
import { capital } from "@/lib/sentences";

/** How many credits stand behind each figure; each opens its own. */
export function LedgerFilter({
  standing,
  of,
  hrefOf,
}: {
  standing: Standing;
  of?: Figure;
  hrefOf: (figure?: Figure) => Route;
}) {
  const choices = [undefined, ...FIGURES];
  return (
    <nav aria-label="Credits by how they count" className="print:hidden">
      <ul className="flex flex-wrap gap-2 text-body">
        {choices.map((figure) => (
          <li key={figure ?? "all"}>
            <Link
              href={hrefOf(figure)}
              prefetch={false}
              aria-current={figure === of ? "true" : undefined}
              className="flex min-h-9 items-center gap-2 rounded-soft border border-hairline bg-surface px-3 hover:border-ink aria-[current]:border-accent aria-[current]:bg-accent-tint aria-[current]:font-semibold"
            >
              {figure ? capital(figure) : "All"}
              <span className="font-normal text-muted tabular-nums">
                {linesOf(standing, figure).length}
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
