import type { Metadata } from "next";
import { DataTable } from "@/components/data-table";
import { EmptyState } from "@/components/empty-state";
import { PageHeading } from "@/components/page-heading";
import { Pager } from "@/components/pager";
import { TextLink } from "@/components/text-link";
import { directoryPath, directorySearchPath } from "@/lib/addresses";
import { searchMembers } from "@/lib/directory/queries";
import { searchSchema } from "@/lib/directory/schema";
import { requireRole } from "@/lib/session";
import { SearchForm } from "./search-form";

export const metadata: Metadata = { title: "Members" };

export default async function Members({ searchParams }: PageProps<"/admin/members">) {
  await requireRole("keep members");
  const { q, after } = searchSchema.parse(await searchParams);
  const { members, next } = await searchMembers(q, after);
  return (
    <>
      <PageHeading title="Members">
        Type a part of a name, a member number, a username or an email address.
      </PageHeading>
      <SearchForm typed={q} />
      {members.length === 0 ? (
        <EmptyState title="Nobody found">
          Nobody is found by “{q}”. Try more letters of the name, or the member number.
        </EmptyState>
      ) : (
        <>
          <DataTable
            caption={q ? `Members with “${q}”` : "All members"}
            captionHidden
            rows={members}
            rowKey={({ id }) => id}
            columns={[
              {
                key: "name",
                header: "Name",
                rowHeader: true,
                cell: ({ id, name, suffix }) => (
                  <>
                    <TextLink href={directoryPath(id)}>{name}</TextLink>
                    {suffix ? `, ${suffix}` : null}
                  </>
                ),
              },
              { key: "number", header: "Member number", cell: (row) => row.memberNumber },
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
            ]}
          />
          <Pager
            older={next ? directorySearchPath({ q, after: next }) : undefined}
            newer={after ? directorySearchPath({ q }) : undefined}
            labels={{ newer: "First page", older: "More" }}
          />
        </>
      )}
    </>
  );
}
