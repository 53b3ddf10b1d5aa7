import type { Metadata } from "next";
import { Breadcrumbs } from "@/components/breadcrumbs";
import { PageHeading } from "@/components/page-heading";
import { Panel } from "@/components/panel";
import { ProgramParts } from "@/components/program-parts";
import { RemovableList } from "@/components/removable-list";
import { type RowField, RowForm } from "@/components/row-form";
import { listActivityTypes, listUnusedActivityTypes } from "@/lib/activity-types/queries";
import { fingerprintOf } from "@/lib/fingerprint";
import { listFormats } from "@/lib/formats/queries";
import { requireRole } from "@/lib/session";
import { add, change, remove } from "./actions";

export const metadata: Metadata = { title: "Activity types" };

const here = "/admin/programs/activity-types";

export default async function Page() {
  await requireRole("change programs");
  const [types, unused, formats] = await Promise.all([
    listActivityTypes(),
    listUnusedActivityTypes(),
    listFormats(),
  ]);
  const options = formats.map(({ name }) => name);
  return (
    <>
      <Breadcrumbs
        steps={[{ label: "Programs", href: "/admin/programs" }, { label: "Activity types" }]}
      />
      <PageHeading title="Activity types">
        What an event can be: members filter their record by it. Credit from events that are
        submitted from now on is judged as earned in its format. Names stay as they are.
      </PageHeading>
      <ProgramParts here="/admin/programs/activity-types" />
      <RemovableList
        what="activity type"
        save={change}
        remove={remove}
        permalink={here}
        rows={types.map((row) => ({
          key: row.name,
          isUnused: unused.has(row.name),
          title: row.name,
          unseen: { name: row.name, seen: fingerprintOf(row) },
          fields: fieldsOf(options, row),
        }))}
      />
      <Panel title="Add an activity type">
        <RowForm
          id="new"
          what="activity type"
          fields={[NAME, ...fieldsOf(options)]}
          save={add}
          permalink={here}
        />
      </Panel>
    </>
  );
}

const NAME: RowField = { name: "name", label: "Name", is: "words" };

function fieldsOf(options: readonly string[], row?: { formatName: string }): RowField[] {
  const value = row?.formatName ?? options[0];
  return [{ name: "formatName", label: "Format", is: "choice", options, value }];
}
