import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Breadcrumbs } from "@/components/breadcrumbs";
import { PageHeading } from "@/components/page-heading";
import { eventDeskPath, eventsDeskPath, placesPath } from "@/lib/addresses";
import { findSetUp } from "@/lib/events/queries";
import { requireRole } from "@/lib/session";
import { AddPlaceForm } from "./add-place-form";

export const metadata: Metadata = { title: "Register a member" };

export default async function AddPlace({
  params,
}: PageProps<"/admin/events/[eventId]/registrations/new">) {
  await requireRole("set up events");
  const event = await findSetUp((await params).eventId);
  if (!event || event.days.length === 0) notFound();
  return (
    <>
      <Breadcrumbs
        steps={[
          { label: "Events", href: eventsDeskPath() },
          { label: event.title, href: eventDeskPath(event.id) },
          { label: "Registrations", href: placesPath(event.id) },
          { label: "Register a member" },
        ]}
      />
      <PageHeading title="Register a member">{event.title}</PageHeading>
      <AddPlaceForm
        eventId={event.id}
        days={event.days.map(({ id, day, title }) => ({ id, day, title }))}
      />
    </>
  );
}
