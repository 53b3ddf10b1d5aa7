import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Announce } from "@/components/announce";
import { Breadcrumbs } from "@/components/breadcrumbs";
import { ButtonLink } from "@/components/button-link";
import { FactsList } from "@/components/facts-list";
import { Notice } from "@/components/notice";
import { PageHeading } from "@/components/page-heading";
import { RemovePartForm } from "@/components/remove-part-form";
import { TextLink } from "@/components/text-link";
import {
  eventChangePath,
  eventsDeskPath,
  eventZonePath,
  exceptionsPath,
  onsitePath,
  placesPath,
  previewPath,
  unclaimedPath,
} from "@/lib/addresses";
import { formatDays, formatInstant } from "@/lib/calendar";
import { countExceptions } from "@/lib/claim-exceptions/queries";
import { refusalToRemove } from "@/lib/event-removals/rules";
import { findSetUp, type SetUp } from "@/lib/events/queries";
import { countPlaces } from "@/lib/places/queries";
import { requireRole } from "@/lib/session";
import { remove } from "./actions";
import { CheckPanel } from "./check-panel";
import { DaysTable } from "./days-table";
import { DesignationsTable } from "./designations-table";

export const metadata: Metadata = { title: "Set up an event" };

const DONE: Record<string, string> = {
  day: "The day is saved.",
  "day-removed": "The day is removed.",
  designation: "The designation is saved.",
  "designation-removed": "The designation is removed.",
  event: "The event is saved.",
};

export default async function EventDesk({
  params,
  searchParams,
}: PageProps<"/admin/events/[eventId]">) {
  await requireRole("set up events");
  const event = await findSetUp((await params).eventId);
  if (!event) notFound();
  const [counts, exceptions] = await Promise.all([
    countPlaces(event.id),
    countExceptions(event.id),
  ]);
  const { done } = await searchParams;
  const said = typeof done === "string" && Object.hasOwn(DONE, done) ? DONE[done] : undefined;
  const isEnded = event.endsAt !== null && event.endsAt <= new Date();
  return (
    <>
      <Breadcrumbs steps={[{ label: "Events", href: eventsDeskPath() }, { label: event.title }]} />
      <PageHeading title={event.title}>{spanOf(event)}</PageHeading>
      {said ? (
        <>
          <Notice tone="good">{said}</Notice>
          <Announce>{said}</Announce>
        </>
      ) : null}
      <nav aria-label="This event" className="flex flex-wrap gap-x-6 gap-y-2">
        <TextLink href={placesPath(event.id)}>{`Registrations (${counts.registrations})`}</TextLink>
        {counts.waiting > 0 ? (
          <TextLink href={onsitePath({ event: event.id })}>
            {`Waiting onsite (${counts.waiting})`}
          </TextLink>
        ) : null}
        {isEnded ? (
          <TextLink href={unclaimedPath(event.id)}>
            {`Ended, not yet claimed (${counts.unclaimed})`}
          </TextLink>
        ) : null}
        {exceptions > 0 ? (
          <TextLink href={exceptionsPath(event.id)}>{`Exceptions (${exceptions})`}</TextLink>
        ) : null}
        <TextLink href={previewPath(event.id)}>Preview of the certificate</TextLink>
      </nav>
      <CheckPanel event={event} />
      <FactsList facts={factsOf(event)} />
      <div className="flex flex-wrap gap-4">
        <ButtonLink href={eventChangePath(event.id)}>Change the event</ButtonLink>
        <ButtonLink href={eventZonePath(event.id)}>Change the time zone</ButtonLink>
      </div>
      <DaysTable event={event} />
      <DesignationsTable event={event} />
      <RemovePartForm
        part="event"
        effect="The event leaves the list, with its days and designations."
        remove={remove}
        fields={{ eventId: event.id, version: event.version }}
        refusal={refusalToRemove(counts.registrations)}
      />
    </>
  );
}

function spanOf({ code, firstOn, lastOn, place }: SetUp) {
  const dates = firstOn && lastOn ? formatDays(firstOn, lastOn) : "No days yet";
  return [code, dates, place].filter(Boolean).join(" · ");
}

function factsOf(event: SetUp) {
  return [
    { name: "Activity Type", fact: event.activityTypeName },
    { name: "Learning format", fact: event.learningFormat },
    { name: "Credit Type", fact: event.creditTypeName },
    { name: "Time zone", fact: event.timeZone },
    {
      name: "Credits open",
      fact: event.endsAt ? formatInstant(event.endsAt, event.timeZone) : "When it has days",
    },
    {
      name: "Accreditation statement",
      fact: <p className="measure">{event.accreditationStatement || "None"}</p>,
    },
  ];
}
