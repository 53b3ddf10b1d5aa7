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
import { SubmitButton } from "@/components/submit-button";
import { providersPath } from "@/lib/addresses";
import { fingerprintOf } from "@/lib/fingerprint";
import { listProviders } from "@/lib/providers/queries";
import { providerSearchSchema } from "@/lib/providers/schema";
import { requireRole } from "@/lib/session";
import { ProviderForm } from "./provider-form";

export const metadata: Metadata = { title: "Providers" };

export default async function Providers({ searchParams }: PageProps<"/admin/programs/providers">) {
  await requireRole("change programs");
  const { q, after } = providerSearchSchema.parse(await searchParams);
  const { providers, next } = await listProviders({ q, after });
  const here = { q, after: after ?? undefined };
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
      <ProgramParts />
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
          rows={providers.map((provider) => ({
            key: provider.id,
            title: provider.name,
            form: (
              <ProviderForm
                provider={provider}
                seen={fingerprintOf(provider)}
                id={provider.id}
                search={here}
              />
            ),
          }))}
        />
      )}
      <Pager
        older={next ? providersPath({ q, after: next }) : undefined}
        newer={after ? providersPath({ q }) : undefined}
        labels={{ newer: "First page", older: "More" }}
      />
      <Panel title="Add a provider">
        <ProviderForm id="new" search={here} />
      </Panel>
    </>
  );
}
