import type { Metadata } from "next";
import { Breadcrumbs } from "@/components/breadcrumbs";
import { EditableList } from "@/components/editable-list";
import { PageHeading } from "@/components/page-heading";
import { Panel } from "@/components/panel";
import { ProgramParts } from "@/components/program-parts";
import { listCreditTypes } from "@/lib/credit-types/queries";
import { fingerprintOf } from "@/lib/fingerprint";
import { requireRole } from "@/lib/session";
import { CreditTypeForm } from "./credit-type-form";

export const metadata: Metadata = { title: "Credit types" };

export default async function CreditTypes() {
  await requireRole("change programs");
  const creditTypes = await listCreditTypes();
  return (
    <>
      <Breadcrumbs
        steps={[{ label: "Programs", href: "/admin/programs" }, { label: "Credit types" }]}
      />
      <PageHeading title="Credit types">
        What is entered from now on must be a multiple of the increment; amounts on record stay as
        they are. Minutes are turned into credits by the minutes per credit. Without a place a type
        is not offered when reporting; without years it is kept for ever.
      </PageHeading>
      <ProgramParts />
      <EditableList
        rows={creditTypes.map((creditType, place) => ({
          key: creditType.name,
          title: creditType.name,
          form: (
            <CreditTypeForm
              creditType={creditType}
              seen={fingerprintOf(creditType)}
              id={`type-${place}`}
            />
          ),
        }))}
      />
      <Panel title="Add a credit type">
        <CreditTypeForm id="new" />
      </Panel>
    </>
  );
}
