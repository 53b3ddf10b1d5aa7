import type { Metadata } from "next";
import { Breadcrumbs } from "@/components/breadcrumbs";
import { PageHeading } from "@/components/page-heading";
import { eventsDeskPath } from "@/lib/addresses";
import { listActivityTypes, listCreditTypes } from "@/lib/events/queries";
import { requireRole } from "@/lib/session";
import { findSettings } from "@/lib/settings/queries";
import { NewEventForm } from "./new-event-form";

export const metadata: Metadata = { title: "New event" };

export default async function NewEvent() {
  await requireRole("set up events");
  const [activityTypes, creditTypes, { timeZone }] = await Promise.all([
    listActivityTypes(),
    listCreditTypes(),
    findSettings(),
  ]);
  return (
    <>
      <Breadcrumbs steps={[{ label: "Events", href: eventsDeskPath() }, { label: "New event" }]} />
      <PageHeading title="New event">Its days and designations come next.</PageHeading>
      <NewEventForm
        activityTypes={activityTypes}
        creditTypes={creditTypes.map(({ name }) => name)}
        timeZone={timeZone}
        zones={Intl.supportedValuesOf("timeZone")}
      />
    </>
  );
}
