import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { v7 as newId } from "uuid";
import { Breadcrumbs } from "@/components/breadcrumbs";
import { EmptyState } from "@/components/empty-state";
import { Notice } from "@/components/notice";
import { PageHeading } from "@/components/page-heading";
import { reportingFormPath } from "@/lib/addresses";
import { formatDays } from "@/lib/calendar";
import type { FormState } from "@/lib/form-state";
import {
  findForm,
  listFormChoices,
  listRenewalWindows,
  type ReportingForm,
} from "@/lib/reporting-forms/queries";
import { NOTHING_TO_RENEW, refusalOfAct } from "@/lib/reporting-forms/rules";
import { wordsForWindows } from "@/lib/reports/dates";
import { OTHER_PROVIDER } from "@/lib/reports/rules";
import { requireActor } from "@/lib/session";
import { FillInForm } from "./fill-in-form";

export const metadata: Metadata = { title: "CEC Reporting Form" };

export default async function FillInPage({ searchParams }: PageProps<"/reporting-forms/new">) {
  const { memberId } = await requireActor();
  const asked = (await searchParams).form;
  const now = new Date();
  const [form, choices, windows] = await Promise.all([
    typeof asked === "string" ? findForm(memberId, asked) : null,
    listFormChoices(),
    listRenewalWindows(memberId, now),
  ]);
  if (asked !== undefined && (!form || refusalOfAct(form.state, "save"))) notFound();
  return (
    <>
      <Breadcrumbs
        steps={[
          { label: "My Account", href: "/account" },
          { label: "CEC Reporting Forms", href: "/reporting-forms" },
          ...(form ? [{ label: form.title, href: reportingFormPath(form.id) }] : []),
          { label: form ? "Change" : "CEC Reporting Form" },
        ]}
      />
      <PageHeading title="CEC Reporting Form">
        For classes at the Expo, committees and volunteering: your local office verifies and signs
        it, then you submit it with your renewal.
      </PageHeading>
      {form?.signature ? (
        <Notice tone="warning">
          {`${form.signature.name} signed this form. Another content voids the signature.`}
        </Notice>
      ) : null}
      {windows.length === 0 ? (
        <EmptyState title="Nothing to fill in a form for">{NOTHING_TO_RENEW}</EmptyState>
      ) : (
        <FillInForm
          formId={form?.id ?? newId()}
          version={form?.version ?? 0}
          start={form ? startOf(form) : {}}
          choices={choices}
          windowWords={wordsForWindows(windows)}
          back={form ? reportingFormPath(form.id) : "/reporting-forms"}
        />
      )}
    </>
  );
}

function startOf(form: ReportingForm): FormState {
  return {
    values: {
      earnedOn: formatDays(form.earnedOn, form.earnedOn),
      category: form.formatName,
      starts: form.starts,
      ends: form.ends,
      breakMinutes: String(form.breakMinutes),
      title: form.title,
      provider: form.providerId ?? OTHER_PROVIDER,
      providerOther: form.providerOther ?? "",
      description: form.description,
    },
  };
}
