import type { Metadata } from "next";
import { Breadcrumbs } from "@/components/breadcrumbs";
import { PageHeading } from "@/components/page-heading";
import { Panel } from "@/components/panel";
import { ProgramParts } from "@/components/program-parts";
import { RemovableList } from "@/components/removable-list";
import { type RowField, RowForm } from "@/components/row-form";
import { fingerprintOf } from "@/lib/fingerprint";
import { listProfessions, listUnusedProfessions } from "@/lib/professions/queries";
import { requireRole } from "@/lib/session";
import { add, change, remove } from "./actions";

export const metadata: Metadata = { title: "Professions" };

const here = "/admin/programs/professions";

export default async function Page() {
  await requireRole("change programs");
  const [professions, unused] = await Promise.all([listProfessions(), listUnusedProfessions()]);
  return (
    <>
      <Breadcrumbs
        steps={[{ label: "Programs", href: "/admin/programs" }, { label: "Professions" }]}
      />
      <PageHeading title="Professions">
        What members can be. Those that make physicians are awarded physicians’ credit on
        certificates from the next one on. Names stay as they are.
      </PageHeading>
      <ProgramParts here="/admin/programs/professions" />
      <RemovableList
        what="profession"
        save={change}
        remove={remove}
        permalink={here}
        rows={professions.map((row) => ({
          key: row.name,
          isUnused: unused.has(row.name),
          title: row.name,
          unseen: { name: row.name, seen: fingerprintOf(row) },
          fields: fieldsOf(row),
        }))}
      />
      <Panel title="Add a profession">
        <RowForm
          id="new"
          what="profession"
          fields={[NAME, ...fieldsOf()]}
          save={add}
          permalink={here}
        />
      </Panel>
    </>
  );
}

const NAME: RowField = { name: "name", label: "Name", is: "words" };

function fieldsOf(row?: { physician: boolean }): RowField[] {
  return [{ name: "physician", label: "Physicians", is: "box", value: row?.physician }];
}
