import type { Metadata } from "next";
import { Breadcrumbs } from "@/components/breadcrumbs";
import { EditableList } from "@/components/editable-list";
import { PageHeading } from "@/components/page-heading";
import { Panel } from "@/components/panel";
import { ProgramParts } from "@/components/program-parts";
import { type RowField, RowForm } from "@/components/row-form";
import { fingerprintOf } from "@/lib/fingerprint";
import { type Format, listFormats } from "@/lib/formats/queries";
import { requireRole } from "@/lib/session";
import { add, change } from "./actions";

export const metadata: Metadata = { title: "Formats" };

const here = "/admin/programs/formats";

export default async function Formats() {
  await requireRole("change programs");
  const formats = await listFormats();
  return (
    <>
      <Breadcrumbs steps={[{ label: "Programs", href: "/admin/programs" }, { label: "Formats" }]} />
      <PageHeading title="Formats">
        How credit is earned. Documents and review are asked of what is reported from now on; what
        earns participation credit changes at once what counts for every cycle that is not renewed.
        Without a place a format is not offered.
      </PageHeading>
      <ProgramParts here="/admin/programs/formats" />
      <EditableList
        what="format"
        save={change}
        permalink={here}
        rows={formats.map((format) => ({
          key: format.name,
          title: format.name,
          unseen: { name: format.name, seen: fingerprintOf(format) },
          fields: fieldsOf(format),
        }))}
      />
      <Panel title="Add a format">
        <RowForm
          id="new"
          what="format"
          fields={[NAME, ...fieldsOf()]}
          save={add}
          permalink={here}
        />
      </Panel>
    </>
  );
}

const NAME: RowField = { name: "name", label: "Name", is: "words" };

function fieldsOf(format?: Format): RowField[] {
  return [
    { name: "position", label: "Place when reporting", is: "number", value: format?.position },
    { name: "formPosition", label: "Place on the form", is: "number", value: format?.formPosition },
    {
      name: "documentRequired",
      label: "Document required",
      is: "box",
      value: format?.documentRequired,
    },
    { name: "reviewRequired", label: "Review required", is: "box", value: format?.reviewRequired },
    {
      name: "conversionOffered",
      label: "Conversion offered",
      is: "box",
      value: format?.conversionOffered,
    },
    {
      name: "participation",
      label: "Participation credit",
      is: "box",
      value: format?.participation,
    },
  ];
}
