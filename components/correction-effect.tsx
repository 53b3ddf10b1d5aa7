import type { CycleEffect } from "@/lib/corrections/rules";
import { printCredits } from "@/lib/credits/amount";
import { DataTable } from "./data-table";

/** What a correction does before it is saved: to each certification, and to the certificate. */
export function CorrectionEffect({
  cycles,
  certificate,
}: {
  cycles: readonly CycleEffect[];
  /** In a sentence; null: the correction touches none. */
  certificate: string | null;
}) {
  return (
    <section aria-labelledby="effect" className="flex flex-col gap-3">
      <h2 id="effect">What it changes</h2>
      {certificate ? <p className="measure">{certificate}</p> : null}
      {cycles.length === 0 ? (
        <p>The member holds no certification that it touches.</p>
      ) : (
        <DataTable
          caption="For each certification"
          captionHidden
          rows={cycles}
          rowKey={({ program }) => program}
          columns={[
            {
              key: "program",
              header: "Certification",
              rowHeader: true,
              cell: ({ program }) => program,
            },
            {
              key: "counted",
              header: "Counted",
              align: "end",
              cell: ({ counted, required }) => `${change(counted)} of ${printCredits(required)}`,
            },
            {
              key: "outstanding",
              header: "Outstanding",
              align: "end",
              cell: ({ outstanding }) => change(outstanding),
            },
          ]}
        />
      )}
    </section>
  );
}

/** "32.00 → 31.25", or "32.00, unchanged". */
function change([before, after]: readonly [number, number]): string {
  return before === after
    ? `${printCredits(after)}, unchanged`
    : `${printCredits(before)} → ${printCredits(after)}`;
}
