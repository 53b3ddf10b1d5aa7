import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Breadcrumbs } from "@/components/breadcrumbs";
import { PageHeading } from "@/components/page-heading";
import { eventDeskPath, eventsDeskPath } from "@/lib/addresses";
import { findSetUp, listActivityTypes, listCreditTypes } from "@/lib/events/queries";
import { requireRole } from "@/lib/session";
import { ChangeEventForm } from "./change-event-form";

export const metadata: Metadata = { title: "Change an event" };

export default async function ChangeEvent({ params }: PageProps<"/admin/events/[eventId]/change">) {
  await requireRole("set up events");
  const [event, activityTypes, creditTypes] = await Promise.all([
    findSetUp((await params).eventId),
    listActivityTypes(),
    listCreditTypes(),
  ]);
  if (!event) notFound();
  const { code, title, activityTypeName, learningFormat } = event;
  const { place, creditTypeName, accreditationStatement } = event;
  return (
    <>
      <Breadcrumbs
        steps={[
          { label: "Events", href: eventsDeskPath() },
          { label: title, href: eventDeskPath(event.id) },
          { label: "Change" },
        ]}
      />
      <PageHeading title={`Change ${title}`}>
        Certificates that were issued stay as they are.
      </PageHeading>
      <ChangeEventForm
        eventId={event.id}
        version={event.version}
        details={{
          code,
          title,
          activityTypeName,
          learningFormat,
          place,
          creditTypeName,
          accreditationStatement,
        }}
        activityTypes={activityTypes}
        creditTypes={creditTypes.map(({ name }) => name)}
      />
    </>
  );
}
