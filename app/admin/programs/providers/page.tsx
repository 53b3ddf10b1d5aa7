import type { Metadata } from "next";
import Form from "next/form";
import { Breadcrumbs } from "@/components/breadcrumbs";
import { EditableList } from "@/components/editable-list";
import { EmptyState } from "@/components/empty-state";
import { Field } from "@/components/field";
import { PageHeading } from "@/components/page-heading";
import { Pager } from "@/components/pager";
import { Panel } from "@/components/panel";
import { ProgramParts } from "@/components/program-parts";
import { type RowField, RowForm } from "@/components/row-form";
import { SubmitButton } from "@/components/submit-button";
import { providersPath } from "@/lib/addresses";
import { fingerprintOf } from "@/lib/fingerprint";
import { listProviders, type Provider } from "@/lib/providers/queries";
import { providerSearchSchema } from "@/lib/providers/schema";
import { requireRole } from "@/lib/session";
import { add, change } from "./actions";

export const metadata: Metadata = { title: "Providers" };

export default async function Providers({ searchParams }: PageProps<"/admin/programs/providers">) {
  await requireRole("change programs");
  const { q, after } = providerSearchSchema.parse(await searchParams);
  const { providers, next } = await listProviders({ q, after });
  const here = providersPath({ q, after: after ?? undefined });
  return (
    <>
      <Breadcrumbs
        steps={[{ label: "Programs", href: "/admin/programs" }, { label: "Providers" }]}
      />
      <PageHeading title="Providers">
        Who taught it. What is in-network counts for the minimums of every cycle that is not
        renewed, at once. A new name shows on all credit of the provider; the audit log keeps the
        old one.
      </PageHeading>
      <ProgramParts here="/admin/programs/providers" />
      <search>
        <Form
          action="/admin/programs/providers"
          className="flex max-w-160 flex-wrap items-end gap-4"
        >
          <div className="grow">
            <Field name="q" type="search" label="Find a provider" defaultValue={q} />
          </div>
          <SubmitButton variant="secondary">Find</SubmitButton>
        </Form>
      </search>
      {providers.length === 0 ? (
        <EmptyState title="No provider found">
          {q ? `No provider has “${q}” in their name.` : "Add the first one below."}
        </EmptyState>
      ) : (
        <EditableList
          what="provider"
          save={change}
          permalink={here}
          rows={providers.map((provider) => ({
            key: provider.id,
            title: provider.name,
            unseen: { id: provider.id, seen: fingerprintOf(provider) },
            fields: fieldsOf(provider),
          }))}
        />
      )}
      <Pager
        older={next ? providersPath({ q, after: next }) : undefined}
        newer={after ? providersPath({ q }) : undefined}
        labels={{ newer: "First page", older: "More" }}
      />
      <Panel title="Add a provider">
        <RowForm id="new" what="provider" fields={fieldsOf()} save={add} permalink={here} />
      </Panel>
    </>
  );
}

function fieldsOf(provider?: Provider): RowField[] {
  const { name, inNetwork, common = true } = provider ?? {};
  return [
    { name: "name", label: "Name", is: "words", value: name },
    { name: "inNetwork", label: "In-network", is: "box", value: inNetwork },
    { name: "common", label: "Offered by name when reporting", is: "box", value: common },
  ];
}
