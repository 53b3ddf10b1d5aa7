import type { Metadata } from "next";
import { Breadcrumbs, MY_ACCOUNT } from "@/components/breadcrumbs";
import { EmptyState } from "@/components/empty-state";
import { EventChoice } from "@/components/event-choice";
import { OnsiteDaysForm } from "@/components/onsite-days-form";
import { PageHeading } from "@/components/page-heading";
import { listDeclarableDays } from "@/lib/registrations/queries";
import { requireActor } from "@/lib/session";
import { findSettings } from "@/lib/settings/queries";
import { declareDaysAction } from "./actions";

export const metadata: Metadata = { title: "My days changed onsite" };

export default async function DaysChanged({ searchParams }: PageProps<"/events/days-changed">) {
  const { memberId } = await requireActor();
  const [registrations, settings, { event: chosenId }] = await Promise.all([
    listDeclarableDays(memberId, new Date()),
    findSettings(),
    searchParams,
  ]);
  const chosen = registrations.find(({ id }) => id === chosenId);
  return (
    <>
      <Breadcrumbs
        steps={[
          MY_ACCOUNT,
          { label: "CME Tracker", href: "/events" },
          { label: "My days changed onsite" },
        ]}
      />
      <PageHeading title="My days changed onsite">
        {`A change made onsite may take up to ${settings.onsiteWaitHours} hours to arrive. Say which days you added. To give back a day, enter 0 for it or write to ${settings.creditsEmail}.`}
      </PageHeading>
      {registrations.length === 0 ? (
        <EmptyState title="No day to add">
          You are registered for every day of your recent events.
        </EmptyState>
      ) : (
        <EventChoice
          action="/events/days-changed"
          chosen={chosen?.id}
          events={registrations.map(({ id, title }) => ({ value: id, label: title }))}
        />
      )}
      {chosen ? (
        <OnsiteDaysForm
          key={chosen.id}
          action={declareDaysAction}
          of="registrationId"
          chosen={chosen}
          legend="Which days did you add?"
          submitLabel="My days changed onsite"
        />
      ) : null}
    </>
  );
}
