import type { Metadata } from "next";
import { Breadcrumbs } from "@/components/breadcrumbs";
import { PageHeading } from "@/components/page-heading";
import { Panel } from "@/components/panel";
import { ProgramParts } from "@/components/program-parts";
import { RemovableList } from "@/components/removable-list";
import { type RowField, RowForm } from "@/components/row-form";
import { listOffices } from "@/lib/directory/queries";
import { fingerprintOf } from "@/lib/fingerprint";
import { listUnusedOffices } from "@/lib/offices/queries";
import { requireRole } from "@/lib/session";
import { add, change, remove } from "./actions";

export const metadata: Metadata = { title: "Local offices" };

const here = "/admin/programs/offices";

export default async function Page() {
  await requireRole("change programs");
  const [offices, unused] = await Promise.all([listOffices(), listUnusedOffices()]);
  return (
    <>
      <Breadcrumbs
        steps={[{ label: "Programs", href: "/admin/programs" }, { label: "Local offices" }]}
      />
      <PageHeading title="Local offices">
        Whose officers sign the forms of their own members. Put a member into one under Members,
        Change what is on record; make somebody an officer under Roles.
      </PageHeading>
      <ProgramParts here="/admin/programs/offices" />
      <RemovableList
        what="local office"
        save={change}
        remove={remove}
        permalink={here}
        rows={offices.map((row) => ({
          key: row.id,
          isUnused: unused.has(row.id),
          title: row.name,
          unseen: { id: row.id, seen: fingerprintOf(row) },
          fields: [{ ...NAME, value: row.name }],
        }))}
      />
      <Panel title="Add a local office">
        <RowForm id="new" what="local office" fields={[NAME]} save={add} permalink={here} />
      </Panel>
    </>
  );
}

const NAME: RowField = { name: "name", label: "Name", is: "words" };
