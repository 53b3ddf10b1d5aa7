import type { Metadata } from "next";
import { Breadcrumbs, MY_ACCOUNT } from "@/components/breadcrumbs";
import { DataTable } from "@/components/data-table";
import { EmptyState } from "@/components/empty-state";
import { FilterBar } from "@/components/filter-bar";
import { PageHeading } from "@/components/page-heading";
import { Pager } from "@/components/pager";
import { SelectField } from "@/components/select-field";
import { TextLink } from "@/components/text-link";
import { certificatePath, claimPath } from "@/lib/addresses";
import { formatDays } from "@/lib/calendar";
import { listLeftBehind } from "@/lib/left-certificates/queries";
import { requireActor } from "@/lib/session";
import { findSettings } from "@/lib/settings/queries";
import { listClaimFilters, listClaims } from "@/lib/tracker/queries";
import { CertificateCell } from "./certificate-cell";
import { CreditsCell } from "./credits-cell";
import { readTracker, trackerPath } from "./tracker-address";

export const metadata: Metadata = { title: "CME Tracker" };

export default async function CmeTracker({ searchParams }: PageProps<"/events">) {
  const { memberId } = await requireActor();
  const now = new Date();
  const { filters, cursor } = readTracker(await searchParams);
  const [{ claims, hasNewer, hasOlder }, choices, leftBehind, settings] = await Promise.all([
    listClaims(memberId, filters, cursor),
    listClaimFilters(memberId),
    listLeftBehind(memberId),
    findSettings(),
  ]);
  const isFiltered = Boolean(filters.activityType || filters.year);
  const first = claims.at(0);
  const last = claims.at(-1);
  return (
    <>
      <Breadcrumbs steps={[MY_ACCOUNT, { label: "CME Tracker" }]} />
      <PageHeading title="CME Tracker">
        Your events, the most recent first. Enter your credits once an event has ended.
      </PageHeading>
      <FilterBar action="/events" clear={isFiltered ? "/events" : undefined}>
        <SelectField
          name="type"
          label="Activity Type"
          defaultValue={filters.activityType ?? ""}
          options={[{ value: "", label: "All" }, ...choices.activityTypes.map(sameLabel)]}
        />
        <SelectField
          name="year"
          label="Year"
          defaultValue={String(filters.year ?? "")}
          options={[{ value: "", label: "All" }, ...choices.years.map(String).map(sameLabel)]}
        />
      </FilterBar>
      {claims.length === 0 ? (
        <EmptyState title={isFiltered ? "No event matches these filters" : "No events yet"}>
          {isFiltered
            ? "Choose another activity type or year."
            : "Events you register for appear here. If you registered onsite, say so below."}
        </EmptyState>
      ) : (
        <DataTable
          caption="Your events"
          captionHidden
          rows={claims}
          rowKey={(claim) => claim.id}
          columns={[
            {
              key: "date",
              header: "Date",
              cell: ({ event }) => (
                <span className="whitespace-nowrap">{formatDays(event.firstOn, event.lastOn)}</span>
              ),
            },
            {
              key: "activity",
              header: "Activity",
              rowHeader: true,
              cell: ({ id, event }) => (
                <>
                  <TextLink href={claimPath(id)}>{event.title}</TextLink>
                  {event.place ? (
                    <span className="block font-normal text-muted">{event.place}</span>
                  ) : null}
                </>
              ),
            },
            { key: "type", header: "Type", cell: ({ event }) => event.activityTypeName },
            {
              key: "credits",
              header: "Credits Earned",
              cell: (claim) => <CreditsCell claim={claim} settings={settings} now={now} />,
            },
            {
              key: "certificate",
              header: "Certificate",
              cell: (claim) => <CertificateCell claim={claim} />,
            },
          ]}
        />
      )}
      <Pager
        newer={hasNewer && first ? trackerPath(filters, "newer", first) : undefined}
        older={hasOlder && last ? trackerPath(filters, "older", last) : undefined}
      />
      {leftBehind.length > 0 ? (
        <section className="flex flex-col gap-3">
          <h2>Certificates of records that were merged into yours</h2>
          <ul className="flex flex-col gap-2">
            {leftBehind.map(({ number, facts: { title, dates } }) => (
              <li key={number}>
                <TextLink href={certificatePath(number)}>{title}</TextLink>
                {`, ${formatDays(dates.first, dates.last)}, ${number}`}
              </li>
            ))}
          </ul>
        </section>
      ) : null}
      <p className="flex flex-wrap gap-x-6 gap-y-2">
        <TextLink href="/events/onsite">I registered onsite</TextLink>
        <TextLink href="/events/days-changed">My days changed onsite</TextLink>
      </p>
    </>
  );
}

function sameLabel(value: string) {
  return { value, label: value };
}
