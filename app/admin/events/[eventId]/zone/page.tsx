import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Breadcrumbs } from "@/components/breadcrumbs";
import { PageHeading } from "@/components/page-heading";
import { TouchedPanel } from "@/components/touched-panel";
import { eventDeskPath, eventsDeskPath } from "@/lib/addresses";
import { findTouched } from "@/lib/event-days/queries";
import { findSetUp } from "@/lib/events/queries";
import { isZoneName } from "@/lib/events/rules";
import { requireRole } from "@/lib/session";
import { ZoneForm } from "./zone-form";

export const metadata: Metadata = { title: "Change the time zone" };

export default async function ChangeZone({
  params,
  searchParams,
}: PageProps<"/admin/events/[eventId]/zone">) {
  await requireRole("set up events");
  const event = await findSetUp((await params).eventId);
  if (!event) notFound();
  const { zone } = await searchParams;
  const typed = typeof zone === "string" && isZoneName(zone) ? zone : null;
  const touched = typed && (await findTouched(event.id, { timeZone: typed }));
  return (
    <>
      <Breadcrumbs
        steps={[
          { label: "Events", href: eventsDeskPath() },
          { label: event.title, href: eventDeskPath(event.id) },
          { label: "Time zone" },
        ]}
      />
      <PageHeading title={`Time zone of ${event.title}`}>
        The local times of its days stay; when they happen moves.
      </PageHeading>
      {touched ? <TouchedPanel touched={touched} /> : null}
      <ZoneForm
        key={touched ? touched.seen : ""}
        eventId={event.id}
        version={event.version}
        seen={touched ? touched.seen : ""}
        timeZone={typed ?? event.timeZone}
        zones={Intl.supportedValuesOf("timeZone")}
      />
    </>
  );
}
