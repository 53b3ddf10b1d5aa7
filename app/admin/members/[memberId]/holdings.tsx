import { DataTable } from "@/components/data-table";
import { TextLink } from "@/components/text-link";
import { directoryLedgerPath } from "@/lib/addresses";
import { formatDays } from "@/lib/calendar";
import type { Standing } from "@/lib/dashboard/rules";
import { briefDay, reachedWords } from "@/lib/dashboard/wording";
import { capital } from "@/lib/sentences";

/** What the member holds: every cycle, the latest first, with what counts for it. */
export function Holdings({
  memberId,
  standings,
}: {
  memberId: string;
  standings: readonly Standing[];
}) {
  return (
    <section className="flex flex-col gap-3">
      <h2>Certifications</h2>
      {standings.length === 0 ? (
        <p className="text-muted">None. They come with an import of certifications.</p>
      ) : (
        <DataTable
          caption="Cycles of certifications"
          captionHidden
          rows={standings}
          rowKey={({ cycle }) => cycle.id}
          columns={[
            {
              key: "program",
              header: "Certification",
              rowHeader: true,
              cell: ({ cycle }) => cycle.called.code,
            },
            {
              key: "cycle",
              header: "Cycle",
              cell: ({ cycle }) => formatDays(cycle.startsOn, cycle.endsOn),
            },
            { key: "state", header: "State", cell: ({ cycle }) => capital(cycle.state) },
            { key: "due", header: "Due", cell: ({ cycle }) => briefDay(cycle.dueOn) },
            {
              key: "counted",
              header: "Counted",
              cell: (standing) => (
                <TextLink href={directoryLedgerPath(memberId, standing.cycle.id)}>
                  {reachedWords(standing)}
                  <span className="sr-only">: what counts and why</span>
                </TextLink>
              ),
            },
          ]}
        />
      )}
    </section>
  );
}
