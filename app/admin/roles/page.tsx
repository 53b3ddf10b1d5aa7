import type { Metadata } from "next";
import { PageHeading } from "@/components/page-heading";
import { Panel } from "@/components/panel";
import { directoryPath } from "@/lib/addresses";
import { formatInstant } from "@/lib/calendar";
import { listRoleHolders } from "@/lib/roles/queries";
import { ROLE_WORDS } from "@/lib/roles/rules";
import { requireRole } from "@/lib/session";
import { findSettings } from "@/lib/settings/queries";
import { GrantForm } from "./grant-form";
import { HoldersTable } from "./holders-table";

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
      <HoldersTable
        holders={holders.map(({ id, name, email, role, office, grantedAt, hasPassword }) => ({
          memberId: id,
          role,
          name,
          email,
          href: directoryPath(id),
          roleWords: office ? `${ROLE_WORDS[role]} ${office}` : ROLE_WORDS[role],
          since: formatInstant(grantedAt, timeZone),
          signIn: hasPassword ? "Has a password" : "Invited",
          isOwn: id === actor.memberId,
        }))}
      />
      <Panel title="Give a role">
        <GrantForm />
      </Panel>
    </>
  );
}
