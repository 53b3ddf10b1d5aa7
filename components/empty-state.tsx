import type { ReactNode } from "react";

/** Where a list would be: says why there is nothing, and what would put something here. */
export function EmptyState({ title, children }: { title: string; children?: ReactNode }) {
  return (
    <div className="flex flex-col items-start gap-3 rounded-soft border border-dashed border-edge px-4 py-8 sm:px-6">
      <p className="text-title font-semibold">{title}</p>
      {children ? (
        <div className="measure flex flex-col items-start gap-3 text-muted">{children}</div>
      ) : null}
    </div>
  );
}
