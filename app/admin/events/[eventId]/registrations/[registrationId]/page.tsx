import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Breadcrumbs } from "@/components/breadcrumbs";
import { DataTable } from "@/components/data-table";
import { FactsList } from "@/components/facts-list";
import { Notice } from "@/components/notice";
import { PageHeading } from "@/components/page-heading";
import { TextLink } from "@/components/text-link";
import {
  certificatePath,
  claimDeskPath,
  directoryPath,
  eventDeskPath,
  eventsDeskPath,
  placesPath,
} from "@/lib/addresses";
import { formatDay, formatInstant } from "@/lib/calendar";
import { printCredits } from "@/lib/credits/amount";
import { findSetUp } from "@/lib/events/queries";
import { REFUSAL_OF_OWN } from "@/lib/members/rules";
import { findPlace } from "@/lib/places/queries";
import { capital } from "@/lib/sentences";
import { requireRole } from "@/lib/session";
import { ChangeDayForm } from "./change-day-form";
import { SettleForm } from "./settle-form";

export const metadata: Metadata = { title: "A registration" };

type Place = NonNullable<Awaited<ReturnType<typeof findPlace>>>;

export default async function Registration({
  params,
}: PageProps<"/admin/events/[eventId]/registrations/[registrationId]">) {
  const actor = await requireRole("set up events");
  const { eventId, registrationId } = await params;
  const [event, place] = await Promise.all([
    findSetUp(eventId),
    findPlace(eventId, registrationId),
  ]);
  if (!event || !place) notFound();
  const { timeZone } = event;
  const isOwn = place.member.id === actor.memberId;
  const { mergedInto } = place;
  const isClosed = isOwn || mergedInto !== null;
  const rows = event.days.map(({ id, day, title }) => {
    const registered = place.days.find(({ eventDayId }) => eventDayId === id);
    return { id, day, title, registered, ...standingOf(registered, timeZone) };
  });
  const waits = rows.some(({ is }) => is === "waiting");
  return (
    <>
      <Breadcrumbs
        steps={[
          { label: "Events", href: eventsDeskPath() },
          { label: event.title, href: eventDeskPath(event.id) },
          { label: "Registrations", href: placesPath(event.id) },
          { label: place.name },
        ]}
      />
      <PageHeading title={place.name}>{event.title}</PageHeading>
      <FactsList
        facts={[
          {
            name: "Member",
            fact: (
              <TextLink href={directoryPath(place.member.id)}>
                {place.member.memberNumber ?? place.member.email}
              </TextLink>
            ),
          },
          { name: "Registration", fact: place.number ?? "Without a number" },
          { name: "Source", fact: capital(place.source) },
          { name: "Registered", fact: formatInstant(place.registeredAt, timeZone) },
          {
            name: "Certificate",
            fact: place.certificate ? (
              <TextLink href={certificatePath(place.certificate.number)}>
                {place.certificate.number}
              </TextLink>
            ) : (
              "None"
            ),
          },
        ]}
      />
      {isOwn ? <Notice tone="note">{REFUSAL_OF_OWN}</Notice> : null}
      {mergedInto ? (
        <Notice tone="note">
          Merged into <TextLink href={directoryPath(mergedInto.id)}>{mergedInto.name}</TextLink>,
          whose own registration for this event stands. What is here stays as it was and counts for
          nothing.
        </Notice>
      ) : null}
      <DataTable
        caption="Days"
        rows={rows}
        rowKey={({ id }) => id}
        columns={[
          {
            key: "day",
            header: "Day",
            rowHeader: true,
            cell: ({ day, title }) => (title ? `${formatDay(day)}, ${title}` : formatDay(day)),
          },
          { key: "state", header: "State", cell: (row) => row.words },
          {
            key: "credits",
            header: "Credits Earned",
            align: "end",
            cell: ({ credits }) => (credits === null ? null : printCredits(credits)),
          },
          {
            key: "change",
            header: "Change",
            headerHidden: true,
            cell: ({ id, day, is }) =>
              isClosed || is === "waiting" ? null : (
                <ChangeDayForm
                  registrationId={place.id}
                  eventDayId={id}
                  change={is === "none" ? "add" : "withdraw"}
                  day={formatDay(day)}
                  isLocked={is === "locked"}
                />
              ),
          },
        ]}
      />
      {place.days.some(({ claim }) => claim?.submission) && !isClosed ? (
        <p>
          <TextLink href={claimDeskPath(place.id)}>Correct the claim</TextLink>
        </p>
      ) : null}
      <SettleForm registrationId={place.id} isOffered={waits && !isClosed} />
    </>
  );
}

/** How one day of the event stands in a registration. */
function standingOf(day: Place["days"][number] | undefined, timeZone: string) {
  const claim = day?.claim;
  const credits = claim?.corrections[0]?.newCredits ?? claim?.credits ?? null;
  const locked = claim?.submission
    ? `Locked on ${formatInstant(claim.submission.submittedAt, timeZone)}`
    : null;
  if (!day) return { is: "none", words: "Not registered", credits } as const;
  if (day.withdrawnAt) {
    const when = formatInstant(day.withdrawnAt, timeZone);
    return locked
      ? ({ is: "none", words: `${locked}, withdrawn on ${when}: an exception`, credits } as const)
      : ({ is: "none", words: `Withdrawn on ${when}`, credits } as const);
  }
  if (!day.confirmedAt) {
    const since = day.declaredAt ? ` since ${formatInstant(day.declaredAt, timeZone)}` : "";
    return { is: "waiting", words: `Declared onsite, waiting${since}`, credits } as const;
  }
  if (locked) return { is: "locked", words: locked, credits } as const;
  return { is: "open", words: credits === null ? "Confirmed" : "Entered", credits } as const;
}
