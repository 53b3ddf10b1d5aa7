import { DataTable } from "@/components/data-table";
import { TextLink } from "@/components/text-link";
import { certificatePath } from "@/lib/addresses";
import { formatDays } from "@/lib/calendar";
import type { listPlaces } from "@/lib/directory/queries";
import { capital } from "@/lib/sentences";

type Place = Awaited<ReturnType<typeof listPlaces>>[number];

/** The member's registrations, the latest first. */
export function Places({ places }: { places: readonly Place[] }) {
  return (
    <section className="flex flex-col gap-3">
      <h2>Events</h2>
      {places.length === 0 ? (
        <p className="text-muted">No registration is on record.</p>
      ) : (
        <DataTable
          caption="Registrations"
          captionHidden
          rows={places}
          rowKey={({ id }) => id}
          columns={[
            { key: "event", header: "Event", rowHeader: true, cell: ({ title }) => title },
            {
              key: "days",
              header: "Date",
              cell: ({ firstOn, lastOn }) =>
                firstOn && lastOn ? formatDays(firstOn, lastOn) : null,
            },
            { key: "number", header: "Registration", cell: ({ number }) => number },
            { key: "source", header: "Source", cell: ({ source }) => capital(source) },
            {
              key: "submissions",
              header: "Submitted",
              cell: ({ submissions }) => howOften(submissions),
            },
            {
              key: "certificate",
              header: "Certificate",
              cell: ({ certificate }) =>
                certificate ? (
                  <TextLink href={certificatePath(certificate.number)}>
                    {certificate.number}
                  </TextLink>
                ) : null,
            },
          ]}
        />
      )}
    </section>
  );
}

function howOften(times: number): string {
  if (times === 0) return "Not yet";
  return times === 1 ? "Once" : `${times} times`;
}
