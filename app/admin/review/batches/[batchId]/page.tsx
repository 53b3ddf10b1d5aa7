import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Breadcrumbs } from "@/components/breadcrumbs";
import { DocumentsInPlace } from "@/components/documents-in-place";
import { FormFacts } from "@/components/form-facts";
import { Notice } from "@/components/notice";
import { PageHeading } from "@/components/page-heading";
import { TextLink } from "@/components/text-link";
import {
  adminRenewalPath,
  directoryPath,
  documentPath,
  reportingFormPdfPath,
} from "@/lib/addresses";
import { LINE_WORDS } from "@/lib/batches/rules";
import { effectWords } from "@/lib/batches/wording";
import { formatInstant } from "@/lib/calendar";
import { findBatchToReview, type ReviewedBatch } from "@/lib/line-decisions/queries";
import { fullName, REFUSAL_OF_OWN } from "@/lib/members/rules";
import { credentialsOf, periodOf } from "@/lib/renewals/wording";
import { requireRole } from "@/lib/session";
import { findSettings } from "@/lib/settings/queries";
import { DecideLinesForm } from "./decide-lines-form";

export const metadata: Metadata = { title: "Review a submission" };

export default async function ReviewBatch({
  params,
}: PageProps<"/admin/review/batches/[batchId]">) {
  const actor = await requireRole("review credit");
  const [batch, { timeZone }] = await Promise.all([
    findBatchToReview((await params).batchId, new Date()),
    findSettings(),
  ]);
  if (!batch) notFound();
  const { renewal, versions, words } = batch;
  const { member, memberId, cycles } = renewal;
  const isOwn = memberId === actor.memberId;
  const renewed = `${credentialsOf(cycles)} ${periodOf(cycles)}`;
  return (
    <>
      <Breadcrumbs
        steps={[
          { label: "Review", href: "/admin/review" },
          { label: "Submitted forms", href: "/admin/review/batches" },
          { label: fullName(member) },
        ]}
      />
      <PageHeading title={`Submission of ${fullName(member)}`}>
        <TextLink href={directoryPath(memberId)}>{fullName(member)}</TextLink>
        {`${member.memberNumber ? `, member number ${member.memberNumber}` : ""}, ${member.email}, for ${renewed}.`}
      </PageHeading>
      <p className="font-semibold">{words}</p>
      <ul className="text-body text-muted">
        {versions.map(({ number, submittedAt, attestation }) => (
          <li key={number}>
            {`Version ${number}, ${formatInstant(submittedAt, timeZone)}: “${attestation}”`}
          </li>
        ))}
      </ul>
      <p>
        <TextLink href={adminRenewalPath(renewal.id)}>The renewal</TextLink>
      </p>
      {isOwn ? <Notice tone="note">{REFUSAL_OF_OWN}</Notice> : null}
      <DecideLinesForm
        batchId={batch.id}
        isOwn={isOwn}
        lines={batch.forms.flatMap((form) =>
          form.line
            ? {
                id: form.line.id,
                version: form.line.state === "awaiting" ? form.line.submittedIn : null,
                title: form.title,
                content: <LineContent form={form} timeZone={timeZone} />,
              }
            : [],
        )}
      />
    </>
  );
}

type Reviewed = ReviewedBatch["forms"][number];

/** What the form says, who signed it, what it would count, and its documents. */
function LineContent({ form, timeZone }: { form: Reviewed; timeZone: string }) {
  const { line, signature, scan, documents } = form;
  const files = scan ? [scan, ...documents] : documents;
  return (
    <>
      {line && line.state !== "awaiting" ? (
        <Notice tone={line.state === "approved" ? "good" : "note"}>
          {`This line is ${LINE_WORDS[line.state]}.`}
          {line.decision?.note ? <p className="whitespace-pre-wrap">{line.decision.note}</p> : null}
        </Notice>
      ) : null}
      {line?.state === "awaiting" && !signature?.isUnchanged ? (
        <Notice tone="bad">This form is not what the local office signed. Send it back.</Notice>
      ) : null}
      {line?.state === "awaiting" ? (
        <p className="font-semibold">
          {`Once approved: ${effectWords({ effect: form.effect, refusal: null, credits: form.credits })}`}
        </p>
      ) : null}
      <FormFacts form={form} timeZone={timeZone} />
      <ul className="flex flex-col gap-1 text-body">
        <li>
          <a className="words-link" href={reportingFormPdfPath(form.id)}>
            Download the form as PDF
            <span className="sr-only">: {form.title}</span>
          </a>
        </li>
        {files.map(({ id, fileName }) => (
          <li key={id} className="wrap-anywhere">
            <a className="words-link" href={documentPath(id)}>
              {fileName}
            </a>
            {id === scan?.id ? " (the form signed on paper)" : null}
          </li>
        ))}
      </ul>
      <DocumentsInPlace documents={files} />
    </>
  );
}
