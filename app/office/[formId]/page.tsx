import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Breadcrumbs } from "@/components/breadcrumbs";
import { FormFacts } from "@/components/form-facts";
import { Notice } from "@/components/notice";
import { PageHeading } from "@/components/page-heading";
import { reportingFormPdfPath } from "@/lib/addresses";
import { REFUSAL_OF_OWN } from "@/lib/members/rules";
import { requireActor } from "@/lib/session";
import { findSettings } from "@/lib/settings/queries";
import { findFormAtOffice, findOffice } from "@/lib/signatures/queries";
import { ATTESTATION } from "@/lib/signatures/rules";
import { SignForms } from "./sign-forms";

export const metadata: Metadata = { title: "Verify a form" };

export default async function OfficeFormPage({ params }: PageProps<"/office/[formId]">) {
  const actor = await requireActor();
  const office = await findOffice(actor);
  if (!office) notFound();
  const [form, { timeZone }] = await Promise.all([
    findFormAtOffice(office.id, (await params).formId),
    findSettings(),
  ]);
  if (!form) notFound();
  const { state, returnNote } = form;
  return (
    <>
      <Breadcrumbs steps={[{ label: office.name, href: "/office" }, { label: form.title }]} />
      <PageHeading title={form.title}>{`A CEC Reporting Form of ${form.member}.`}</PageHeading>
      {state === "signed" ? <Notice tone="good">This form is signed.</Notice> : null}
      {state === "returned" ? (
        <Notice tone="note" title="Sent back to the member">
          <p className="whitespace-pre-wrap">{returnNote}</p>
        </Notice>
      ) : null}
      {state === "draft" || state === "withdrawn" ? (
        <Notice tone="note">The member took this form back. There is nothing to sign now.</Notice>
      ) : null}
      <FormFacts form={form} timeZone={timeZone} />
      <p>
        <a className="words-link" href={reportingFormPdfPath(form.id)}>
          Download the form as PDF
        </a>
      </p>
      {state !== "sent" ? null : form.memberId === actor.memberId ? (
        <Notice tone="note">{REFUSAL_OF_OWN}</Notice>
      ) : (
        <SignForms seen={{ formId: form.id, version: form.version }} attestation={ATTESTATION} />
      )}
    </>
  );
}
