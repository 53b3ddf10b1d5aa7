import type { Metadata } from "next";
import { Breadcrumbs } from "@/components/breadcrumbs";
import { EditableList } from "@/components/editable-list";
import { PageHeading } from "@/components/page-heading";
import { Panel } from "@/components/panel";
import { ProgramParts } from "@/components/program-parts";
import { type RowField, RowForm } from "@/components/row-form";
import { type CreditType, listCreditTypes } from "@/lib/credit-types/queries";
import { printCredits } from "@/lib/credits/amount";
import { fingerprintOf } from "@/lib/fingerprint";
import { requireRole } from "@/lib/session";
import { add, change } from "./actions";

export const metadata: Metadata = { title: "Credit types" };

const here = "/admin/programs/credit-types";

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
      <ProgramParts here="/admin/programs/credit-types" />
      <EditableList
        what="credit type"
        save={change}
        permalink={here}
        rows={creditTypes.map((creditType) => ({
          key: creditType.name,
          title: creditType.name,
          unseen: { name: creditType.name, seen: fingerprintOf(creditType) },
          fields: fieldsOf(creditType),
        }))}
      />
      <Panel title="Add a credit type">
        <RowForm
          id="new"
          what="credit type"
          fields={[NAME, ...fieldsOf()]}
          save={add}
          permalink={here}
        />
      </Panel>
    </>
  );
}

const NAME: RowField = { name: "name", label: "Name", is: "words" };

function fieldsOf(type?: CreditType): RowField[] {
  const { minutesPerCredit = 60, retentionYears, reportPosition, physiciansOnly } = type ?? {};
  const increment = type ? printCredits(type.increment) : "0.25";
  return [
    { name: "increment", label: "Increment", is: "number", value: increment },
    {
      name: "minutesPerCredit",
      label: "Minutes per credit",
      is: "number",
      value: minutesPerCredit,
    },
    { name: "retentionYears", label: "Years kept", is: "number", value: retentionYears },
    { name: "reportPosition", label: "Place when reporting", is: "number", value: reportPosition },
    {
      name: "physiciansOnly",
      label: "Awarded to physicians alone",
      is: "box",
      value: physiciansOnly,
    },
  ];
}
