import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Breadcrumbs } from "@/components/breadcrumbs";
import { PageHeading } from "@/components/page-heading";
import { RemovePartForm } from "@/components/remove-part-form";
import { TouchedPanel } from "@/components/touched-panel";
import { eventDeskPath, eventsDeskPath } from "@/lib/addresses";
import { formatDay, refusalOfDay } from "@/lib/calendar";
import { creditsTyped, printCredits, refusalOfAmount } from "@/lib/credits/amount";
import { findTouched } from "@/lib/event-days/queries";
import { changeOfDay, refusalToRemove } from "@/lib/event-days/rules";
import { findSetUp, type SetUp } from "@/lib/events/queries";
import { isLocalTime, REFUSAL_OF_DATE } from "@/lib/events/rules";
import { typedDaySchema } from "@/lib/events/schema";
import { requireRole } from "@/lib/session";
import { remove } from "./actions";
import { DayForm } from "./day-form";

export const metadata: Metadata = { title: "A day of an event" };

export default async function EventDayDesk({
  params,
  searchParams,
}: PageProps<"/admin/events/[eventId]/days/[dayId]">) {
  await requireRole("set up events");
  const { eventId, dayId } = await params;
  const event = await findSetUp(eventId);
  const before = event?.days.find(({ id }) => id === dayId);
  if (!event || (dayId !== "new" && !before)) notFound();
  const typed = typedDaySchema.parse(await searchParams);
  const stored = {
    day: before?.day ?? "",
    title: before?.title ?? "",
    starts: before?.starts ?? "",
    ends: before?.ends ?? "",
    maximum: before ? printCredits(before.maximum) : "",
  };
  const touched = await findTouchedBy(event, before?.id ?? "", typed);
  const title = before ? formatDay(before.day) : "Add a day";
  return (
    <>
      <Breadcrumbs
        steps={[
          { label: "Events", href: eventsDeskPath() },
          { label: event.title, href: eventDeskPath(event.id) },
          { label: title },
        ]}
      />
      <PageHeading
        title={title}
      >{`${event.title}. Times are those of ${event.timeZone}.`}</PageHeading>
      {touched ? <TouchedPanel touched={touched} /> : null}
      <DayForm
        key={touched?.seen ?? ""}
        eventId={event.id}
        version={event.version}
        dayId={before?.id ?? ""}
        seen={touched?.seen ?? ""}
        day={{
          day: typed.day ?? stored.day,
          title: typed.title ?? stored.title,
          starts: typed.starts ?? stored.starts,
          ends: typed.ends ?? stored.ends,
          maximum: typed.maximum ?? stored.maximum,
        }}
        stored={stored}
      />
      {before ? (
        <RemovePartForm
          part="day"
          effect="The day leaves the event."
          remove={remove}
          fields={{ eventId: event.id, version: event.version, dayId: before.id }}
          refusal={refusalToRemove(before.registrations)}
        />
      ) : null}
    </>
  );
}

type Typed = ReturnType<typeof typedDaySchema.parse>;

/** Of a day that came back to be confirmed; null where nothing was typed yet. */
function findTouchedBy(event: SetUp, dayId: string, { day, starts, ends, maximum }: Typed) {
  if (!day || !starts || !ends || !maximum) return null;
  if (refusalOfDay(day, REFUSAL_OF_DATE) || !isLocalTime(starts) || !isLocalTime(ends)) return null;
  if (refusalOfAmount(maximum)) return null;
  const typed = { day, starts, ends, maximum: creditsTyped(maximum) ?? 0 };
  return findTouched(event.id, changeOfDay(event, dayId, typed));
}
