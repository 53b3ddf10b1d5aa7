import type { Metadata } from "next";
import { Breadcrumbs } from "@/components/breadcrumbs";
import { PageHeading } from "@/components/page-heading";
import { Pager } from "@/components/pager";
import { QueueKeys } from "@/components/queue-keys";
import { TextLink } from "@/components/text-link";
import { eventDeskPath, eventsDeskPath, onsitePath, placePath } from "@/lib/addresses";
import { formatInstant } from "@/lib/calendar";
import { findSetUp } from "@/lib/events/queries";
import { listOnsite } from "@/lib/onsite-queue/queries";
import { onsiteListSchema } from "@/lib/onsite-queue/schema";
import { printAfter } from "@/lib/page-after";
import { wordsForWait } from "@/lib/places/rules";
import { requireRole } from "@/lib/session";
import { findSettings } from "@/lib/settings/queries";
import { OnsiteForm } from "./onsite-form";

export const metadata: Metadata = { title: "Onsite declarations" };

export default async function Onsite({ searchParams }: PageProps<"/admin/events/onsite">) {
  await requireRole("set up events");
  const { event: eventId, after } = onsiteListSchema.parse(await searchParams);
  const [{ places, next }, event, { onsiteWaitHours: waitHours, timeZone }] = await Promise.all([
    listOnsite(eventId, after),
    eventId ? findSetUp(eventId) : null,
    findSettings(),
  ]);
  const now = new Date();
  return (
    <>
      <Breadcrumbs
        steps={[
          { label: "Events", href: eventsDeskPath() },
          ...(event ? [{ label: event.title, href: eventDeskPath(event.id) }] : []),
          { label: "Onsite declarations" },
        ]}
      />
      <PageHeading title="Onsite declarations">
        Members who said that they registered or changed days onsite, the longest waiting first.
      </PageHeading>
      {event ? (
        <p>
          {`Those of ${event.title} only. `}
          <TextLink href={onsitePath()}>Show all events</TextLink>
        </p>
      ) : null}
      <QueueKeys list="queue" canChoose />
      <OnsiteForm
        places={places.map((place) => ({
          id: place.id,
          href: placePath(place.eventId, place.id),
          name: place.memberNumber ? `${place.name} (${place.memberNumber})` : place.name,
          event: place.event,
          days: place.days,
          declared: formatInstant(place.declaredAt, timeZone),
          words: wordsForWait({ declaredAt: place.declaredAt, waitHours, timeZone, now }),
        }))}
      />
      <Pager
        newer={after ? onsitePath({ event: eventId }) : undefined}
        older={next ? onsitePath({ event: eventId, after: printAfter(next) }) : undefined}
        labels={{ newer: "First page", older: "More" }}
      />
    </>
  );
}
