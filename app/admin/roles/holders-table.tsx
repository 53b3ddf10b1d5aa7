"use client";

import type { Route } from "next";
import { useActionState } from "react";
import { DataTable } from "@/components/data-table";
import { FormMessage } from "@/components/form-message";
import { TextLink } from "@/components/text-link";
import { useFocusOn } from "@/components/use-focus-on";
import type { WithdrawRole } from "@/lib/roles/schema";
import { withdraw } from "./actions";
import { WithdrawForm } from "./withdraw-form";

type Holder = WithdrawRole & {
  href: Route;
  name: string;
  email: string;
  /** With its office. */
  roleWords: string;
  since: string;
  signIn: string;
  isOwn: boolean;
};

/** What became of a withdrawal is said above the table: the row with its form is gone. */
export function HoldersTable({ holders }: { holders: readonly Holder[] }) {
  const [state, withdrawal] = useActionState(withdraw, {});
  const said = useFocusOn<HTMLDivElement>(state.message ? state : null);
  return (
    <div>
      <div ref={said} tabIndex={-1} className={state.message ? "pb-4" : undefined}>
        <FormMessage state={state} />
      </div>
      <DataTable
        caption="Who holds a role"
        captionHidden
        rows={holders}
        rowKey={({ memberId, role }) => `${memberId}-${role}`}
        columns={[
          {
            key: "name",
            header: "Name",
            rowHeader: true,
            cell: ({ href, name }) => <TextLink href={href}>{name}</TextLink>,
          },
          { key: "email", header: "Email address", cell: (row) => row.email },
          { key: "role", header: "Role", cell: (row) => row.roleWords },
          { key: "since", header: "Since", cell: (row) => row.since },
          { key: "password", header: "Sign-in", cell: (row) => row.signIn },
          {
            key: "withdraw",
            header: "Withdraw",
            headerHidden: true,
            cell: ({ memberId, role, roleWords, name, isOwn }) =>
              isOwn ? null : (
                <WithdrawForm
                  memberId={memberId}
                  role={role}
                  roleWords={roleWords}
                  name={name}
                  withdrawal={withdrawal}
                />
              ),
          },
        ]}
      />
    </div>
  );
}
