import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Announce } from "@/components/announce";
import { Breadcrumbs } from "@/components/breadcrumbs";
import { ButtonLink } from "@/components/button-link";
import { FormFacts } from "@/components/form-facts";
import { Notice } from "@/components/notice";
import { PageHeading } from "@/components/page-heading";
import { documentPath, fillInFormPath, reportingFormPdfPath } from "@/lib/addresses";
import { LINE_ACTS } from "@/lib/batches/rules";
import { printSize } from "@/lib/documents/rules";
import {
  findForm,
  findOfficeName,
  listRenewalWindows,
  type ReportingForm,
} from "@/lib/reporting-forms/queries";
import { countsFor, FORM_ACTS, refusalOfUnopened } from "@/lib/reporting-forms/rules";
import { requireActor } from "@/lib/session";
import { findSettings } from "@/lib/settings/queries";
import { RemoveDocument, SendForm, WithdrawForm } from "./act-form";
import { DocumentUpload, ScanUpload } from "./upload-forms";
import { WhereItIs } from "./where-it-is";

export const metadata: Metadata = { title: "CEC Reporting Form" };

const WRONG: Record<string, string> = {
  file: "The file was not kept. Choose a PDF, JPEG, PNG or HEIC file that is not too large.",
  name: "Enter the name of the person who signed, and choose the file again.",
  changed: "This form changed meanwhile. Look at it as it stands now and try again.",
  many: "This form has as many documents as it can keep. Remove one first.",
};

export default async function FormPage({
  params,
  searchParams,
}: PageProps<"/reporting-forms/[formId]">) {
  const { memberId } = await requireActor();
  const [{ formId }, { saved, wrong }, settings] = await Promise.all([
    params,
    searchParams,
    findSettings(),
  ]);
  const { timeZone, documentLimitMegabytes: limit } = settings;
  const [form, office, windows] = await Promise.all([
    findForm(memberId, formId),
    findOfficeName(memberId),
    listRenewalWindows(memberId, new Date()),
  ]);
  if (!form) notFound();
  const { version, line } = form;
  const acts = !line || LINE_ACTS[line.state].leave ? FORM_ACTS[form.state] : {};
  const use = countsFor(form.earnedOn, windows);
  const unopened = acts.send ? refusalOfUnopened(form.earnedOn, windows) : null;
  return (
    <>
      <Breadcrumbs
        steps={[
          { label: "My Account", href: "/account" },
          { label: "CEC Reporting Forms", href: "/reporting-forms" },
          { label: form.title },
        ]}
      />
      <PageHeading title={form.title}>
        {use ? `A CEC Reporting Form for ${use}.` : "A CEC Reporting Form."}
      </PageHeading>
      {typeof wrong === "string" && Object.hasOwn(WRONG, wrong) ? (
        <div role="alert">
          <Notice tone="bad">{WRONG[wrong]}</Notice>
        </div>
      ) : null}
      <WhereItIs form={form} office={office ?? "Your local office"} timeZone={timeZone} />
      {unopened ? <Notice tone="note">{unopened}</Notice> : null}
      <FormFacts form={form} timeZone={timeZone} />
      <p className="flex flex-wrap items-center gap-4">
        {acts.save && windows.length > 0 ? (
          <ButtonLink href={fillInFormPath(formId)}>Change</ButtonLink>
        ) : null}
        <a className="words-link" href={reportingFormPdfPath(formId)}>
          Download the form as PDF
        </a>
      </p>
      {acts.send && use && office ? (
        <SendForm formId={formId} version={version} office={office} />
      ) : null}
      {acts.send && use && !office ? (
        <Notice tone="warning">
          No local office is on file for you. Ask the association to enter it, or have the form
          signed on paper.
        </Notice>
      ) : null}
      {acts["sign on paper"] && use ? (
        <details open={wrong === "name" || undefined}>
          <summary className="min-h-6 text-body">Signed on paper? Upload a signed form</summary>
          <ScanUpload formId={formId} version={version} limit={limit} />
        </details>
      ) : null}
      <Documents form={form} limit={limit} isOpen={acts.withdraw !== undefined} />
      {acts.withdraw ? <WithdrawForm formId={formId} version={version} /> : null}
      {saved === "now" ? <Announce>Saved.</Announce> : null}
    </>
  );
}

function Documents({
  form,
  limit,
  isOpen,
}: {
  form: ReportingForm;
  limit: number;
  isOpen: boolean;
}) {
  const { documents, scan } = form;
  if (!isOpen && documents.length === 0 && !scan) return null;
  return (
    <section className="flex flex-col gap-4">
      <h2>Documents</h2>
      <ul className="flex flex-col gap-2 empty:hidden">
        {scan ? (
          <li className="wrap-anywhere">
            <a href={documentPath(scan.id)} className="words-link">
              {scan.fileName}
            </a>{" "}
            <span className="text-body text-muted">the form signed on paper</span>
          </li>
        ) : null}
        {documents.map(({ id, fileName, size }) => (
          <li key={id} className="wrap-anywhere">
            <a href={documentPath(id)} className="words-link">
              {fileName}
            </a>{" "}
            <span className="text-body text-muted">{printSize(size)}</span>{" "}
            {isOpen ? (
              <RemoveDocument formId={form.id} documentId={id} fileName={fileName} />
            ) : null}
          </li>
        ))}
      </ul>
      {isOpen ? <DocumentUpload formId={form.id} limit={limit} /> : null}
    </section>
  );
}
