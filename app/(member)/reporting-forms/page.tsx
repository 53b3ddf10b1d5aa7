import type { Metadata, Route } from "next";
import { Breadcrumbs } from "@/components/breadcrumbs";
import { ButtonLink } from "@/components/button-link";
import { EmptyState } from "@/components/empty-state";
import { FormsTable } from "@/components/forms-table";
import { PageHeading } from "@/components/page-heading";
import { Pager } from "@/components/pager";
import { fillInFormPath } from "@/lib/addresses";
import { isId } from "@/lib/ids";
import { listForms } from "@/lib/reporting-forms/queries";
import { requireActor } from "@/lib/session";

export const metadata: Metadata = { title: "CEC Reporting Forms" };

export default async function ReportingForms({ searchParams }: PageProps<"/reporting-forms">) {
  const { memberId } = await requireActor();
  const { after } = await searchParams;
  const { forms, next } = await listForms(
    memberId,
    typeof after === "string" && isId(after) ? after : null,
  );
  return (
    <>
      <Breadcrumbs
        steps={[{ label: "My Account", href: "/account" }, { label: "CEC Reporting Forms" }]}
      />
      <PageHeading title="CEC Reporting Forms">
        For classes at the Expo, committees and volunteering: your local office verifies and signs
        the form, then you submit it with your renewal.
      </PageHeading>
      <p>
        <ButtonLink href={fillInFormPath()} variant="primary">
          Fill in a CEC Reporting Form
        </ButtonLink>
      </p>
      {forms.length === 0 ? (
        <EmptyState title="No forms yet">A form that you fill in appears here.</EmptyState>
      ) : (
        <FormsTable forms={forms} captionHidden />
      )}
      <Pager
        older={next ? (`/reporting-forms?after=${next}` as Route) : undefined}
        labels={{ newer: "Back", older: "More" }}
      />
    </>
  );
}
