import { DataTable } from "@/components/data-table";
import { TextLink } from "@/components/text-link";
import { certificatePath } from "@/lib/addresses";
import { formatDays } from "@/lib/calendar";
import type { listPlaces } from "@/lib/directory/queries";

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
            { key: "source", header: "Source", cell: ({ source }) => source },
            {
              key: "submissions",
              header: "Submitted",
              cell: ({ submissions }) => (submissions > 0 ? `${submissions} time(s)` : "Not yet"),
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
