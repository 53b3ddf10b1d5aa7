import type { Metadata, Route } from "next";
import { DataTable } from "@/components/data-table";
import { EmptyState } from "@/components/empty-state";
import { FactLines } from "@/components/fact-lines";
import { Field } from "@/components/field";
import { FilterBar } from "@/components/filter-bar";
import { LeftOut } from "@/components/left-out";
import { PageHeading } from "@/components/page-heading";
import { Pager } from "@/components/pager";
import { SelectField } from "@/components/select-field";
import { TextLink } from "@/components/text-link";
import { queryOf } from "@/lib/addresses";
import { findHead, listActs, searchAudit } from "@/lib/audit-log/queries";
import { type AuditSearch, auditSearchSchema } from "@/lib/audit-log/schema";
import { factLines } from "@/lib/audit-log/wording";
import { formatInstant } from "@/lib/calendar";
import { requireRole } from "@/lib/session";
import { findSettings } from "@/lib/settings/queries";

export const metadata: Metadata = { title: "Audit log" };

const LINES_A_ROW = 4;

export default async function AuditLog({ searchParams }: PageProps<"/admin/audit">) {
  await requireRole("read the audit log");
  const typed = await searchParams;
  const search = auditSearchSchema.parse(typed);
  const [found, acts, head, { timeZone, currency }] = await Promise.all([
    searchAudit(search),
    listActs(),
    findHead(),
    findSettings(),
  ]);
  const reading = { timeZone, currency, names: found?.names ?? new Map() };
  const isFiltered = [search.act, search.who, search.about, search.from, search.to].some(Boolean);
  return (
    <>
      <PageHeading title="Audit log">
        {head
          ? `Who did what. Sealed up to number ${head.number}, head ${head.hash.slice(0, 12)}…`
          : "Who did what."}
      </PageHeading>
      <FilterBar
        action="/admin/audit"
        clear={isFiltered ? "/admin/audit" : undefined}
        sort={search.sort}
      >
        <SelectField
          name="act"
          label="Act"
          defaultValue={search.act}
          options={[
            { value: "", label: "All" },
            ...acts.map((act) => ({ value: act, label: act })),
          ]}
        />
        <Field
          name="who"
          label="By whom"
          placeholder="Number, username or email"
          defaultValue={search.who}
        />
        <Field
          name="about"
          label="About"
          placeholder="A member, an event’s code or an id"
          defaultValue={search.about}
        />
        <Field name="from" type="date" label="From" defaultValue={search.from} />
        <Field name="to" type="date" label="To" defaultValue={search.to} />
      </FilterBar>
      <LeftOut schema={auditSearchSchema} search={typed} />
      {found && found.entries.length > 0 ? (
        <>
          <DataTable
            caption="Entries of the audit log"
            captionHidden
            rows={found.entries}
            rowKey={({ id }) => id}
            sorting={{
              is: search.sort ?? "newest",
              path: (sort) => addressOf({ ...search, after: null }, sort),
            }}
            columns={[
              {
                key: "at",
                header: "When",
                sort: { up: "oldest", down: "newest" },
                cell: ({ at }) => formatInstant(at, timeZone),
              },
              { key: "who", header: "Who", cell: ({ who }) => who },
              {
                key: "act",
                header: "Act",
                rowHeader: true,
                cell: ({ id, act }) => (
                  <TextLink href={`/admin/audit/${id}` as Route}>{act}</TextLink>
                ),
              },
              {
                key: "subject",
                header: "About",
                cell: ({ about }) => <span className="wrap-anywhere">{about}</span>,
              },
              {
                key: "facts",
                header: "Facts",
                cell: ({ facts }) => {
                  const lines = factLines(facts as object, reading);
                  return lines.length > 0 ? <FactLines lines={lines} most={LINES_A_ROW} /> : null;
                },
              },
            ]}
          />
          <Pager
            older={found.next ? addressOf({ ...search, after: found.next }) : undefined}
            newer={search.after ? addressOf({ ...search, after: null }) : undefined}
            labels={{ newer: "First page", older: "More" }}
          />
        </>
      ) : (
        <EmptyState title="No entry">
          {found ? "Nothing like this is in the log." : "Nobody is known by this identifier."}
        </EmptyState>
      )}
    </>
  );
}

function addressOf(
  { after, ...search }: AuditSearch,
  sort: string | undefined = search.sort,
): Route {
  const named = Object.entries(search).map(([name, value]) => [name, value || undefined]);
  const query = queryOf({ ...Object.fromEntries(named), sort, after: after?.toString() });
  return `/admin/audit${query}` as Route;
}
