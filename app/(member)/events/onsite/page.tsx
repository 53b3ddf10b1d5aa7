import type { Metadata } from "next";
import { Breadcrumbs, MY_ACCOUNT } from "@/components/breadcrumbs";
import { EmptyState } from "@/components/empty-state";
import { EventChoice } from "@/components/event-choice";
import { OnsiteDaysForm } from "@/components/onsite-days-form";
import { PageHeading } from "@/components/page-heading";
import { formatDays } from "@/lib/calendar";
import { listDeclarableEvents } from "@/lib/registrations/queries";
import { requireActor } from "@/lib/session";
import { findSettings } from "@/lib/settings/queries";
import { declareRegistrationAction } from "./actions";

export const metadata: Metadata = { title: "I registered onsite" };

export default async function RegisteredOnsite({ searchParams }: PageProps<"/events/onsite">) {
  const { memberId } = await requireActor();
  const [events, settings, { event: chosenId }] = await Promise.all([
    listDeclarableEvents(memberId, new Date()),
    findSettings(),
    searchParams,
  ]);
  const chosen = events.find(({ id }) => id === chosenId);
  return (
    <>
      <Breadcrumbs
        steps={[
          MY_ACCOUNT,
          { label: "CME Tracker", href: "/events" },
          { label: "I registered onsite" },
        ]}
      />
      <PageHeading title="I registered onsite">
        {`An onsite registration may take up to ${settings.onsiteWaitHours} hours to arrive. Say which event and days it was, and the event stands in your CME Tracker until it is confirmed.`}
      </PageHeading>
      {events.length === 0 ? (
        <EmptyState title="No event to choose">
          <p>
            You are registered for every event of the last months. If one is missing, write to{" "}
            <a className="words-link" href={`mailto:${settings.creditsEmail}`}>
              {settings.creditsEmail}
            </a>
            .
          </p>
        </EmptyState>
      ) : (
        <EventChoice
          action="/events/onsite"
          chosen={chosen?.id}
          events={events.map(({ id, title, firstOn, lastOn }) => ({
            value: id,
            label: `${title}, ${formatDays(firstOn, lastOn)}`,
          }))}
        />
      )}
      {chosen ? (
        <OnsiteDaysForm
          key={chosen.id}
          action={declareRegistrationAction}
          of="eventId"
          chosen={chosen}
          legend="Which days did you register for?"
          submitLabel="I registered onsite"
        />
      ) : null}
    </>
  );
}
