import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Breadcrumbs } from "@/components/breadcrumbs";
import { ButtonLink } from "@/components/button-link";
import { DataTable } from "@/components/data-table";
import { EmptyState } from "@/components/empty-state";
import { Field } from "@/components/field";
import { FilterBar } from "@/components/filter-bar";
import { LeftOut } from "@/components/left-out";
import { PageHeading } from "@/components/page-heading";
import { Pager } from "@/components/pager";
import { SelectField } from "@/components/select-field";
import { TextLink } from "@/components/text-link";
import {
  directoryPath,
  eventDeskPath,
  eventsDeskPath,
  importsPath,
  placePath,
  placesPath,
} from "@/lib/addresses";
import { formatDay, todayIn } from "@/lib/calendar";
import { findSetUp } from "@/lib/events/queries";
import { listPlaces } from "@/lib/places/queries";
import { PLACE_STATE_WORDS, wordsForPlace } from "@/lib/places/rules";
import { placeListSchema } from "@/lib/places/schema";
import { may } from "@/lib/roles/rules";
import { capital } from "@/lib/sentences";
import { requireRole } from "@/lib/session";
import { findSettings } from "@/lib/settings/queries";

export const metadata: Metadata = { title: "Registrations" };

export default async function Registrations({
  params,
  searchParams,
}: PageProps<"/admin/events/[eventId]/registrations">) {
  const actor = await requireRole("set up events");
  const event = await findSetUp((await params).eventId);
  if (!event) notFound();
  const search = await searchParams;
  const asked = placeListSchema.parse(search);
  const [{ places, next }, { onsiteWaitHours }] = await Promise.all([
    listPlaces(event.id, asked),
    findSettings(),
  ]);
  const filters = { q: asked.q || undefined, state: asked.state };
  const isFiltered = Boolean(filters.q || filters.state);
  const waits = { waitHours: onsiteWaitHours, timeZone: event.timeZone, now: new Date() };
  const here = placesPath(event.id);
  const { sort } = asked;
  return (
    <>
      <Breadcrumbs
        steps={[
          { label: "Events", href: eventsDeskPath() },
          { label: event.title, href: eventDeskPath(event.id) },
          { label: "Registrations" },
        ]}
      />
      <PageHeading title="Registrations">{event.title}</PageHeading>
      {event.days.length > 0 ? (
        <div>
          <ButtonLink href={placePath(event.id, "new")}>Register a member</ButtonLink>
        </div>
      ) : null}
      <FilterBar
        action={here}
        clear={isFiltered ? placesPath(event.id, { sort }) : undefined}
        sort={sort}
      >
        <Field
          name="q"
          type="search"
          label="Name or number"
          defaultValue={asked.q}
          autoComplete="off"
        />
        <SelectField
          name="state"
          label="State"
          defaultValue={asked.state ?? ""}
          options={[
            { value: "", label: "All" },
            ...Object.entries(PLACE_STATE_WORDS).map(([value, label]) => ({ value, label })),
          ]}
        />
      </FilterBar>
      <LeftOut schema={placeListSchema} search={search} />
      {places.length === 0 ? (
        <EmptyState title="Nobody found">
          {isFiltered ? (
            <p>No registration is like that. Clear the filters to see all of them.</p>
          ) : (
            <p>
              {may(actor, "import files") ? (
                <TextLink href={importsPath({ kind: "registrations" })}>
                  Import a file of registrations
                </TextLink>
              ) : (
                "Have a file of registrations imported"
              )}
              , or register a member here.
            </p>
          )}
        </EmptyState>
      ) : (
        <DataTable
          caption="Registrations"
          captionHidden
          rows={places}
          rowKey={({ id }) => id}
          sorting={{
            is: sort ?? "name",
            path: (to) => placesPath(event.id, { ...filters, sort: to }),
          }}
          columns={[
            {
              key: "name",
              header: "Name",
              rowHeader: true,
              sort: { up: "name", down: "name-back" },
              cell: ({ id, name }) => <TextLink href={placePath(event.id, id)}>{name}</TextLink>,
            },
            { key: "member", header: "Member number", cell: (row) => row.memberNumber },
            { key: "number", header: "Registration", cell: (row) => row.number },
            { key: "source", header: "Source", cell: (row) => capital(row.source) },
            {
              key: "registered",
              header: "Registered",
              sort: { up: "oldest", down: "newest" },
              cell: ({ registeredAt }) => formatDay(todayIn(event.timeZone, registeredAt)),
            },
            {
              key: "state",
              header: "State",
              cell: (row) =>
                row.mergedIntoId ? (
                  <>
                    Merged into{" "}
                    <TextLink href={directoryPath(row.mergedIntoId)}>{row.mergedInto}</TextLink>
                  </>
                ) : (
                  wordsForPlace(row, waits)
                ),
            },
          ]}
        />
      )}
      <Pager
        newer={asked.after ? placesPath(event.id, { ...filters, sort }) : undefined}
        older={next ? placesPath(event.id, { ...filters, sort, after: next }) : undefined}
        labels={{ newer: "First page", older: "More" }}
      />
    </>
  );
}
