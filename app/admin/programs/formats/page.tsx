import type { Metadata } from "next";
import { Breadcrumbs } from "@/components/breadcrumbs";
import { EditableList } from "@/components/editable-list";
import { PageHeading } from "@/components/page-heading";
import { Panel } from "@/components/panel";
import { ProgramParts } from "@/components/program-parts";
import { fingerprintOf } from "@/lib/fingerprint";
import { listFormats } from "@/lib/formats/queries";
import { requireRole } from "@/lib/session";
import { FormatForm } from "./format-form";

export const metadata: Metadata = { title: "Formats" };

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
      <ProgramParts />
      <EditableList
        rows={formats.map((format, place) => ({
          key: format.name,
          title: format.name,
          form: <FormatForm format={format} seen={fingerprintOf(format)} id={`format-${place}`} />,
        }))}
      />
      <Panel title="Add a format">
        <FormatForm id="new" />
      </Panel>
    </>
  );
}
