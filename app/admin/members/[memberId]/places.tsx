import type { Route } from "next";
import { DataTable } from "@/components/data-table";
import { Pager } from "@/components/pager";
import { TextLink } from "@/components/text-link";
import { certificatePath, placePath } from "@/lib/addresses";
import { formatDays } from "@/lib/calendar";
import type { MemberPlace } from "@/lib/member-places/queries";
import { capital } from "@/lib/sentences";

/** A page of the member's registrations, the latest first. */
export function Places({
  places,
  first,
  more,
}: {
  places: readonly MemberPlace[];
  /** The pages before and after; none where the list begins or ends here. */
  first?: Route;
  more?: Route;
}) {
  return (
    <section id="events" className="flex flex-col gap-3">
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
            {
              key: "event",
              header: "Event",
              rowHeader: true,
              cell: ({ id, eventId, title }) => (
                <TextLink href={placePath(eventId, id)}>{title}</TextLink>
              ),
            },
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
                  <TextLink href={certificatePath(certificate)}>{certificate}</TextLink>
                ) : null,
            },
          ]}
        />
      )}
      <Pager newer={first} older={more} labels={{ newer: "First page", older: "More" }} />
    </section>
  );
}

function howOften(times: number): string {
  if (times === 0) return "Not yet";
  return times === 1 ? "Once" : `${times} times`;
}
