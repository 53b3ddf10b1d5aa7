import type { Metadata } from "next";
import { DataTable } from "@/components/data-table";
import { PageHeading } from "@/components/page-heading";
import { Panel } from "@/components/panel";
import { TextLink } from "@/components/text-link";
import { directoryPath } from "@/lib/addresses";
import { formatInstant } from "@/lib/calendar";
import { listRoleHolders } from "@/lib/roles/queries";
import { ROLE_WORDS } from "@/lib/roles/rules";
import { requireRole } from "@/lib/session";
import { findSettings } from "@/lib/settings/queries";
import { GrantForm } from "./grant-form";
import { WithdrawForm } from "./withdraw-form";

export const metadata: Metadata = { title: "Roles" };

export default async function Roles() {
  const actor = await requireRole("hand out roles");
  const [holders, { timeZone }] = await Promise.all([listRoleHolders(), findSettings()]);
  return (
    <>
      <PageHeading title="Roles">
        Who works for the association. Nobody gives or takes their own role, and one administrator
        always stays.
      </PageHeading>
      <DataTable
        caption="Who holds a role"
        captionHidden
        rows={holders}
        rowKey={({ id, role }) => `${id}-${role}`}
        columns={[
          {
            key: "name",
            header: "Name",
            rowHeader: true,
            cell: ({ id, name }) => <TextLink href={directoryPath(id)}>{name}</TextLink>,
          },
          { key: "email", header: "Email address", cell: (row) => row.email },
          {
            key: "role",
            header: "Role",
            cell: ({ role, office }) =>
              office ? `${ROLE_WORDS[role]} ${office}` : ROLE_WORDS[role],
          },
          {
            key: "since",
            header: "Since",
            cell: ({ grantedAt }) => formatInstant(grantedAt, timeZone),
          },
          {
            key: "password",
            header: "Sign-in",
            cell: ({ hasPassword }) => (hasPassword ? "Has a password" : "Invited"),
          },
          {
            key: "withdraw",
            header: "Withdraw",
            headerHidden: true,
            cell: ({ id, role, name }) =>
              id === actor.memberId ? null : <WithdrawForm memberId={id} role={role} name={name} />,
          },
        ]}
      />
      <Panel title="Give a role">
        <GrantForm />
      </Panel>
    </>
  );
}
