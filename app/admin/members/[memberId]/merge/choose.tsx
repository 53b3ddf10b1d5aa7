import Form from "next/form";
import { DataTable } from "@/components/data-table";
import { EmptyState } from "@/components/empty-state";
import { Field } from "@/components/field";
import { SubmitButton } from "@/components/submit-button";
import { TextLink } from "@/components/text-link";
import { mergePath } from "@/lib/addresses";
import type { searchMembers } from "@/lib/directory/queries";

type Found = Awaited<ReturnType<typeof searchMembers>>["members"][number];

/** Finds the other record of the same person, by any identifier or a part of the name. */
export function Choose({
  memberId,
  typed,
  found,
}: {
  memberId: string;
  typed: string;
  found: readonly Found[];
}) {
  return (
    <>
      <search>
        <Form action={mergePath(memberId)} className="flex max-w-160 flex-wrap items-end gap-4">
          <div className="grow">
            <Field
              name="q"
              type="search"
              label="Find the other record"
              description="A member number, email address, username or part of a name."
              defaultValue={typed}
              autoComplete="off"
              spellCheck={false}
            />
          </div>
          <SubmitButton variant="secondary">Find</SubmitButton>
        </Form>
      </search>
      {typed === "" ? null : found.length === 0 ? (
        <EmptyState title="Nobody found">
          No other record is found by “{typed}”. Try more letters of the name, or the member number.
        </EmptyState>
      ) : (
        <DataTable
          caption={`Other records with “${typed}”`}
          rows={found}
          rowKey={({ id }) => id}
          columns={[
            {
              key: "name",
              header: "Name",
              rowHeader: true,
              cell: ({ id, name, suffix }) => (
                <>
                  <TextLink href={mergePath(memberId, { other: id })}>{name}</TextLink>
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
              cell: ({ retiredAt }) => (retiredAt ? "Retired" : "Active"),
            },
          ]}
        />
      )}
    </>
  );
}
