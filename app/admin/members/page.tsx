import type { Metadata } from "next";
import { DataTable } from "@/components/data-table";
import { EmptyState } from "@/components/empty-state";
import { LeftOut } from "@/components/left-out";
import { PageHeading } from "@/components/page-heading";
import { Pager } from "@/components/pager";
import { QueueKeys } from "@/components/queue-keys";
import { TextLink } from "@/components/text-link";
import { directoryPath, directorySearchPath } from "@/lib/addresses";
import { formatDay, todayIn } from "@/lib/calendar";
import { searchMembers } from "@/lib/directory/queries";
import { listMemberFilters } from "@/lib/member-filters/queries";
import { memberListSchema } from "@/lib/member-filters/schema";
import { requireRole } from "@/lib/session";
import { findSettings } from "@/lib/settings/queries";
import { Filters } from "./filters";
import { SearchForm } from "./search-form";

export const metadata: Metadata = { title: "Members" };

export default async function Members({ searchParams }: PageProps<"/admin/members">) {
  await requireRole("keep members");
  const search = await searchParams;
  const { q, after, ...wanted } = memberListSchema.parse(search);
  const [{ members, next }, choices, { timeZone }] = await Promise.all([
    searchMembers(q, after, wanted),
    listMemberFilters(new Date()),
    findSettings(),
  ]);
  const { sort, ...filters } = wanted;
  const isFiltered = Object.values(filters).some(Boolean);
  const path = (place: { sort?: string; after?: string }) =>
    directorySearchPath({ q, ...wanted, ...place });
  return (
    <>
      <PageHeading title="Members">
        Type a part of a name, a member number, a username or an email address, or the number of a
        certificate or registration.
      </PageHeading>
      <SearchForm typed={q} sort={sort} list="queue">
        <Filters
          wanted={filters}
          choices={choices}
          clear={isFiltered ? directorySearchPath({ q, sort }) : undefined}
        />
      </SearchForm>
      <LeftOut schema={memberListSchema} search={search} />
      {members.length === 0 ? (
        <EmptyState title="Nobody found">
          {isFiltered
            ? "Nobody is like that. Clear the filters to find more."
            : `Nobody is found by “${q}”. Try more letters of the name, or the member number.`}
        </EmptyState>
      ) : (
        <div id="queue">
          <DataTable
            caption={q ? `Members with “${q}”` : "All members"}
            captionHidden
            rows={members}
            rowKey={({ id }) => id}
            sorting={{ is: sort ?? "name", path: (to) => path({ sort: to }) }}
            columns={[
              {
                key: "name",
                header: "Name",
                rowHeader: true,
                sort: { up: "name", down: "name-back" },
                cell: ({ id, name, suffix }) => (
                  <>
                    <TextLink href={directoryPath(id)}>{name}</TextLink>
                    {suffix ? `, ${suffix}` : null}
                  </>
                ),
              },
              {
                key: "number",
                header: "Member number",
                sort: { up: "number", down: "number-back" },
                cell: (row) => row.memberNumber,
              },
              { key: "email", header: "Email address", cell: (row) => row.email },
              { key: "office", header: "Local office", cell: (row) => row.office },
              {
                key: "membership",
                header: "Membership",
                cell: ({ retiredAt, keptId, keptName }) =>
                  keptId ? (
                    <>
                      Merged into <TextLink href={directoryPath(keptId)}>{keptName}</TextLink>
                    </>
                  ) : retiredAt ? (
                    "Retired"
                  ) : (
                    "Active"
                  ),
              },
              {
                key: "since",
                header: "On record since",
                sort: { up: "oldest", down: "newest" },
                cell: ({ createdAt }) => formatDay(todayIn(timeZone, createdAt)),
              },
            ]}
          />
        </div>
      )}
      <div className="flex flex-wrap items-center justify-between gap-4">
        <QueueKeys list="queue" />
        <Pager
          older={next ? path({ after: next }) : undefined}
          newer={after ? path({}) : undefined}
          labels={{ newer: "First page", older: "More" }}
        />
      </div>
    </>
  );
}
