import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Breadcrumbs } from "@/components/breadcrumbs";
import { FormFacts } from "@/components/form-facts";
import { Notice } from "@/components/notice";
import { PageHeading } from "@/components/page-heading";
import { reportingFormPdfPath } from "@/lib/addresses";
import { REFUSAL_OF_OWN } from "@/lib/members/rules";
import { requireRole } from "@/lib/session";
import { findSettings } from "@/lib/settings/queries";
import { findFormAtOffice, findOffice, wasSentTo } from "@/lib/signatures/queries";
import { ATTESTATION, TAKEN_BACK } from "@/lib/signatures/rules";
import { SignForms } from "./sign-forms";

export const metadata: Metadata = { title: "Verify a form" };

export default async function OfficeFormPage({ params }: PageProps<"/office/[formId]">) {
  const actor = await requireRole("sign forms");
  const office = await findOffice(actor);
  if (!office) notFound();
  const { formId } = await params;
  const [form, wasHere, { timeZone }] = await Promise.all([
    findFormAtOffice(office.id, formId),
    wasSentTo(office.id, formId),
    findSettings(),
  ]);
  if (!form && !wasHere) notFound();
  const title = form?.title ?? "A form that is not with you";
  const isOwn = form?.memberId === actor.memberId;
  return (
    <>
      <Breadcrumbs steps={[{ label: office.name, href: "/office" }, { label: title }]} />
      <PageHeading title={title}>
        {form ? `A CEC Reporting Form of ${form.member}.` : null}
      </PageHeading>
      {form ? <WhereItIs form={form} /> : <Notice tone="note">{TAKEN_BACK}</Notice>}
      {form ? <FormFacts form={form} timeZone={timeZone} /> : null}
      {form ? (
        <p>
          <a className="words-link" href={reportingFormPdfPath(form.id)}>
            Download the form as PDF
          </a>
        </p>
      ) : null}
      {form?.state === "sent" && isOwn ? <Notice tone="note">{REFUSAL_OF_OWN}</Notice> : null}
      {/* Always in this place: what was typed stays when the form is no longer with the office. */}
      <SignForms
        seen={{ formId, version: form?.version ?? 0 }}
        attestation={ATTESTATION}
        isOpen={form?.state === "sent" && !isOwn}
      />
    </>
  );
}

type FormAtOffice = NonNullable<Awaited<ReturnType<typeof findFormAtOffice>>>;

function WhereItIs({ form: { state, returnNote, signature } }: { form: FormAtOffice }) {
  if (state === "signed") {
    return <Notice tone="good">{`This form is signed by ${signature?.name}.`}</Notice>;
  }
  if (state === "returned") {
    return (
      <Notice tone="note" title="Sent back to the member">
        <p className="whitespace-pre-wrap">{returnNote}</p>
      </Notice>
    );
  }
  return state === "sent" ? null : (
    <Notice tone="note">The member took this form back. There is nothing to sign now.</Notice>
  );
}
