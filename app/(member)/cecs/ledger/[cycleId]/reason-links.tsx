import Link from "next/link";
import { ledgerPath } from "@/lib/addresses";
import type { Standing } from "@/lib/dashboard/rules";
import { capital } from "@/lib/sentences";

/** How many credits stand how; each opens its own. */
export function ReasonLinks({ standing, reason }: { standing: Standing; reason?: string }) {
  const counts = new Map<string, number>();
  for (const line of standing.lines) counts.set(line.reason, (counts.get(line.reason) ?? 0) + 1);
  const choices = [
    { value: undefined, label: "All", count: standing.lines.length },
    ...[...counts].map(([value, count]) => ({
      value,
      label: capital(value),
      count,
    })),
  ];
  return (
    <nav aria-label="Credits by how they count" className="print:hidden">
      <ul className="flex flex-wrap gap-2 text-body">
        {choices.map(({ value, label, count }) => (
          <li key={label}>
            <Link
              href={ledgerPath(standing.cycle.id, { reason: value })}
              prefetch={false}
              aria-current={value === reason ? "true" : undefined}
              className="flex min-h-9 items-center gap-2 rounded-soft border border-hairline bg-surface px-3 hover:border-ink aria-[current]:border-accent aria-[current]:bg-accent-tint aria-[current]:font-semibold"
            >
              {label}
              <span className="font-normal text-muted tabular-nums">{count}</span>
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
