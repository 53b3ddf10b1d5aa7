import type { Metadata } from "next";
import { Breadcrumbs } from "@/components/breadcrumbs";
import { EmptyState } from "@/components/empty-state";
import { FilterBar } from "@/components/filter-bar";
import { PageHeading } from "@/components/page-heading";
import { SelectField } from "@/components/select-field";
import { listDeclarableDays } from "@/lib/registrations/queries";
import { requireActor } from "@/lib/session";
import { findSettings } from "@/lib/settings/queries";
import { DaysForm } from "./days-form";

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
        steps={[{ label: "CME Tracker", href: "/events" }, { label: "My days changed onsite" }]}
      />
      <PageHeading title="My days changed onsite">
        {`A change made onsite may take up to ${settings.onsiteWaitHours} hours to arrive. Say which days you added. To give back a day, enter 0 for it or write to ${settings.creditsEmail}.`}
      </PageHeading>
      {registrations.length === 0 ? (
        <EmptyState title="No day to add">
          You are registered for every day of your recent events.
        </EmptyState>
      ) : (
        <FilterBar action="/events/days-changed" submitLabel="Choose event">
          <SelectField
            name="event"
            label="Event"
            defaultValue={chosen?.id ?? ""}
            options={[
              { value: "", label: "Choose an event" },
              ...registrations.map(({ id, title }) => ({ value: id, label: title })),
            ]}
          />
        </FilterBar>
      )}
      {chosen ? <DaysForm key={chosen.id} registrationId={chosen.id} days={chosen.days} /> : null}
    </>
  );
}
