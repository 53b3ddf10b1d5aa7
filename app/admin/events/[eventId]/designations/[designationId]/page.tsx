import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Breadcrumbs } from "@/components/breadcrumbs";
import { PageHeading } from "@/components/page-heading";
import { RemovePartForm } from "@/components/remove-part-form";
import { eventDeskPath, eventsDeskPath } from "@/lib/addresses";
import { printCredits } from "@/lib/credits/amount";
import { findUseOf } from "@/lib/designations/queries";
import { refusalToRemove } from "@/lib/designations/rules";
import { designationName } from "@/lib/event-checks/rules";
import { findSetUp, listCreditTypes } from "@/lib/events/queries";
import { requireRole } from "@/lib/session";
import { remove } from "./actions";
import { DesignationForm } from "./designation-form";

export const metadata: Metadata = { title: "A designation" };

export default async function DesignationDesk({
  params,
}: PageProps<"/admin/events/[eventId]/designations/[designationId]">) {
  await requireRole("set up events");
  const { eventId, designationId } = await params;
  const event = await findSetUp(eventId);
  const before = event?.designations.find(({ id }) => id === designationId);
  if (!event || (designationId !== "new" && !before)) notFound();
  const [creditTypes, use] = await Promise.all([
    listCreditTypes(),
    before ? findUseOf(event.id, before) : 0,
  ]);
  const sum = event.days.reduce((total, { maximum }) => total + maximum, 0);
  const title = before ? designationName(before) : "Add a designation";
  return (
    <>
      <Breadcrumbs
        steps={[
          { label: "Events", href: eventsDeskPath() },
          { label: event.title, href: eventDeskPath(event.id) },
          { label: title },
        ]}
      />
      <PageHeading title={title}>
        {before
          ? "Certificates that were issued stay as they are."
          : `What ${event.title} was approved for.`}
      </PageHeading>
      <DesignationForm
        eventId={event.id}
        version={event.version}
        designationId={before?.id}
        creditTypes={creditTypes.map(({ name }) => name)}
        designation={{
          creditTypeName: before?.creditTypeName ?? event.creditTypeName,
          audience: before?.audience ?? "physicians",
          maximum: printCredits(before?.maximum ?? sum),
          approvalNumber: before?.approvalNumber ?? "",
          statement: before?.statement ?? "",
        }}
      />
      {before ? (
        <RemovePartForm
          part="designation"
          effect="The designation leaves the event."
          remove={remove}
          fields={{ eventId: event.id, version: event.version, designationId: before.id }}
          refusal={refusalToRemove(use)}
        />
      ) : null}
    </>
  );
}
