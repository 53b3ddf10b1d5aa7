import type { ReactNode } from "react";

/** A box of the page with its own heading: "Access Your Information". */
export function Panel({ title, children }: { title?: string; children: ReactNode }) {
  return (
    <section className="flex flex-col gap-4 rounded-soft border border-hairline bg-surface p-4 sm:p-6">
      {title ? <h2>{title}</h2> : null}
      {children}
    </section>
  );
}
