import { ButtonLink } from "@/components/button-link";
import { DataTable } from "@/components/data-table";
import { EmptyState } from "@/components/empty-state";
import { TextLink } from "@/components/text-link";
import { eventDayPath } from "@/lib/addresses";
import { formatDay } from "@/lib/calendar";
import { printCredits } from "@/lib/credits/amount";
import type { SetUp } from "@/lib/events/queries";

export function DaysTable({ event }: { event: SetUp }) {
  const total = event.days.reduce((sum, { maximum }) => sum + maximum, 0);
  return (
    <section className="flex flex-col gap-4">
      {event.days.length === 0 ? (
        <>
          <h2>Days</h2>
          <EmptyState title="No days yet">
            Add the days of the event: members are registered for them and claim by them.
          </EmptyState>
        </>
      ) : (
        <DataTable
          caption="Days"
          rows={event.days}
          rowKey={({ id }) => id}
          columns={[
            {
              key: "day",
              header: "Day",
              rowHeader: true,
              cell: ({ id, day }) => (
                <TextLink href={eventDayPath(event.id, id)}>{formatDay(day)}</TextLink>
              ),
            },
            { key: "title", header: "Title", cell: (row) => row.title },
            {
              key: "times",
              header: "Local time",
              cell: ({ starts, ends }) => `${starts}–${ends}`,
            },
            {
              key: "registrations",
              header: "Registrations",
              align: "end",
              cell: (row) => String(row.registrations),
            },
            {
              key: "maximum",
              header: "Maximum",
              align: "end",
              cell: (row) => printCredits(row.maximum),
            },
          ]}
          foot={{ day: "Total", maximum: printCredits(total) }}
        />
      )}
      <div>
        <ButtonLink href={eventDayPath(event.id, "")}>Add a day</ButtonLink>
      </div>
    </section>
  );
}
