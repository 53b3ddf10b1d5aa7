import type { Metadata } from "next";
import { Announce } from "@/components/announce";
import { ButtonLink } from "@/components/button-link";
import { DataTable } from "@/components/data-table";
import { EmptyState } from "@/components/empty-state";
import { Field } from "@/components/field";
import { FilterBar } from "@/components/filter-bar";
import { LeftOut } from "@/components/left-out";
import { Notice } from "@/components/notice";
import { PageHeading } from "@/components/page-heading";
import { Pager } from "@/components/pager";
import { QueueKeys } from "@/components/queue-keys";
import { SelectField } from "@/components/select-field";
import { TextLink } from "@/components/text-link";
import { eventDeskPath, eventsDeskPath, onsitePath } from "@/lib/addresses";
import { formatDays } from "@/lib/calendar";
import { listEventFilters, listEvents } from "@/lib/events/queries";
import { eventListSchema } from "@/lib/events/schema";
import { requireRole } from "@/lib/session";
import { findWaiting } from "@/lib/waiting/queries";
import { STATES } from "./states";

export const metadata: Metadata = { title: "Events" };

export default async function Events({ searchParams }: PageProps<"/admin/events">) {
  await requireRole("set up events");
  const search = await searchParams;
  const asked = eventListSchema.parse(search);
  const [{ events, next }, { types, years }, { onsite }] = await Promise.all([
    listEvents(asked, new Date()),
    listEventFilters(),
    findWaiting(),
  ]);
  const filters = {
    q: asked.q || undefined,
    type: asked.type,
    year: asked.year?.toString(),
    state: asked.state,
  };
  const isFiltered = Object.values(filters).some(Boolean);
  const { sort } = asked;
  return (
    <>
      <PageHeading title="Events">Open one to set it up and to see who is registered.</PageHeading>
      {search.done === "removed" ? (
        <>
          <Notice tone="good">{REMOVED}</Notice>
          <Announce>{REMOVED}</Announce>
        </>
      ) : null}
      <div className="flex flex-wrap items-center gap-4">
        <ButtonLink href="/admin/events/new" variant="primary">
          New event
        </ButtonLink>
        {onsite > 0 ? (
          <TextLink href={onsitePath()}>
            {`${onsite} onsite ${onsite === 1 ? "declaration waits" : "declarations wait"}`}
          </TextLink>
        ) : null}
      </div>
      <FilterBar
        action="/admin/events"
        clear={isFiltered ? eventsDeskPath({ sort }) : undefined}
        sort={sort}
      >
        <Field
          name="q"
          type="search"
          label="Title, code or place"
          defaultValue={asked.q}
          autoComplete="off"
        />
        <SelectField
          name="type"
          label="Activity Type"
          defaultValue={asked.type ?? ""}
          options={[all, ...types.map((name) => ({ value: name, label: name }))]}
        />
        <SelectField
          name="year"
          label="Year"
          defaultValue={filters.year ?? ""}
          options={[all, ...years.map((year) => ({ value: `${year}`, label: `${year}` }))]}
        />
        <SelectField
          name="state"
          label="State"
          defaultValue={asked.state ?? ""}
          options={[all, ...Object.entries(STATES).map(([value, label]) => ({ value, label }))]}
        />
      </FilterBar>
      <LeftOut schema={eventListSchema} search={search} />
      {events.length === 0 ? (
        <EmptyState title="No event found">
          {isFiltered
            ? "No event is like that. Clear the filters to see all of them."
            : "Set one up, or import a file of events."}
        </EmptyState>
      ) : (
        <div id="queue">
          <DataTable
            caption="Events"
            captionHidden
            rows={events}
            rowKey={({ id }) => id}
            sorting={{
              is: sort ?? "newest",
              path: (to) => eventsDeskPath({ ...filters, sort: to }),
            }}
            columns={[
              {
                key: "title",
                header: "Event",
                rowHeader: true,
                sort: { up: "title", down: "title-back" },
                cell: ({ id, title }) => <TextLink href={eventDeskPath(id)}>{title}</TextLink>,
              },
              { key: "code", header: "Code", cell: (row) => row.code },
              {
                key: "dates",
                header: "Dates",
                sort: { up: "oldest", down: "newest" },
                cell: ({ firstOn, lastOn }) =>
                  firstOn && lastOn ? formatDays(firstOn, lastOn) : "No days yet",
              },
              { key: "type", header: "Activity Type", cell: (row) => row.activityType },
              { key: "place", header: "Place", cell: (row) => row.place },
              { key: "state", header: "State", cell: (row) => STATES[row.state] },
              {
                key: "registrations",
                header: "Registrations",
                align: "end",
                cell: (row) => String(row.registrations),
              },
              {
                key: "waiting",
                header: "Waiting onsite",
                align: "end",
                cell: ({ id, waiting }) =>
                  waiting > 0 ? (
                    <TextLink href={onsitePath({ event: id })}>{String(waiting)}</TextLink>
                  ) : null,
              },
            ]}
          />
        </div>
      )}
      <div className="flex flex-wrap items-center justify-between gap-4">
        <QueueKeys list="queue" />
        <Pager
          newer={asked.after ? eventsDeskPath({ ...filters, sort }) : undefined}
          older={next ? eventsDeskPath({ ...filters, sort, after: next }) : undefined}
          labels={{ newer: "First page", older: "More" }}
        />
      </div>
    </>
  );
}

const REMOVED = "The event is removed.";

const all = { value: "", label: "All" };
