import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Breadcrumbs, MY_ACCOUNT } from "@/components/breadcrumbs";
import { ButtonLink } from "@/components/button-link";
import { ClaimTable } from "@/components/claim-table";
import { Notice } from "@/components/notice";
import { PageHeading } from "@/components/page-heading";
import { claimPath } from "@/lib/addresses";
import { findCertificateToIssue } from "@/lib/certificates/queries";
import { findClaim } from "@/lib/claims/queries";
import { refusalToSubmit, totalOf } from "@/lib/claims/rules";
import { printCredits } from "@/lib/credits/amount";
import { requireActor } from "@/lib/session";
import { CertificateToIssue } from "./certificate-to-issue";
import { SubmitForm } from "./submit-form";

export const metadata: Metadata = { title: "Review and submit" };

export default async function Review({
  params,
}: PageProps<"/events/[registrationId]/claim/review">) {
  const { memberId } = await requireActor();
  const { registrationId } = await params;
  const claim = await findClaim(memberId, registrationId);
  if (!claim) notFound();
  const { event, rows, version, member } = claim;
  const refusal = refusalToSubmit(claim, member.professionName, new Date());
  const total = totalOf(rows);
  return (
    <>
      <Breadcrumbs
        steps={[
          MY_ACCOUNT,
          { label: "CME Tracker", href: "/events" },
          { label: event.title, href: claimPath(registrationId) },
          { label: "Review" },
        ]}
      />
      <PageHeading title="Review and submit">
        {`Check your credits for ${event.title}, then submit them.`}
      </PageHeading>
      <ClaimTable
        event={event.title}
        rows={rows}
        credits={(row) => (
          <>
            {row.credits === null ? "not entered" : printCredits(row.credits)}
            {row.submittedAt ? <span className="text-muted"> (locked)</span> : null}
          </>
        )}
      />
      {refusal ? (
        <div role="alert" className="flex flex-col items-start gap-4">
          <Notice tone="bad">{refusal}</Notice>
          <ButtonLink href={claimPath(registrationId)} variant="primary">
            Go back
          </ButtonLink>
        </div>
      ) : (
        <>
          <CertificateToIssue
            certificate={
              total === 0 ? null : await findCertificateToIssue(memberId, registrationId)
            }
            version={(claim.certificate?.versions[0]?.version ?? 0) + 1}
          />
          <Notice tone="warning">
            You cannot change your credits after you submit. If something is wrong, go back now.
          </Notice>
          <SubmitForm
            registrationId={registrationId}
            version={version}
            back={claimPath(registrationId)}
          />
        </>
      )}
    </>
  );
}
