import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Breadcrumbs, MY_ACCOUNT } from "@/components/breadcrumbs";
import { CertificateSheet } from "@/components/certificate-sheet";
import { Notice } from "@/components/notice";
import { PageHeading } from "@/components/page-heading";
import { Status } from "@/components/status";
import { TextLink } from "@/components/text-link";
import {
  adminRenewalPath,
  certificatePath,
  certificatePdfPath,
  claimDeskPath,
  claimPath,
  correctionPath,
  renewalCorrectionPath,
  renewalPath,
  verifyPath,
} from "@/lib/addresses";
import { parseCertificateNumber } from "@/lib/certificates/number";
import { type FoundCertificate, findCertificate } from "@/lib/certificates/queries";
import { readVersion } from "@/lib/certificates/schema";
import { findLogoShape } from "@/lib/logos/queries";
import type { MemberActor } from "@/lib/members/rules";
import { may } from "@/lib/roles/rules";
import { requireActor } from "@/lib/session";
import { findSettings } from "@/lib/settings/queries";
import { answerFor } from "@/lib/verification/rules";

export const metadata: Metadata = { title: "Certificate" };

/** The same facts as the PDF, for readers that a PDF does not serve. */
export default async function Certificate({
  params,
  searchParams,
}: PageProps<"/certificates/[number]">) {
  const actor = await requireActor();
  const search = await searchParams;
  const number = parseCertificateNumber(decodeURIComponent((await params).number));
  const [found, settings] = await Promise.all([
    number ? findCertificate(actor, number, readVersion(search.version)) : null,
    findSettings(),
  ]);
  if (!number || !found) notFound();
  const { facts, version, file, heldReason, certificate, mergedIntoId } = found;
  const answer = answerFor(found, certificate.versions);
  const pdf = certificatePdfPath(number, version);
  const { registration } = certificate;
  const isOwn = (registration ?? certificate.renewal)?.memberId === actor.memberId;
  return (
    <>
      {isOwn ? <WayBack certificate={certificate} title={facts.title} /> : null}
      <PageHeading
        title={
          // A credential's own name may begin so.
          facts.title.startsWith("Certificate")
            ? `Renewal certificate: ${facts.title}`
            : `Certificate for ${facts.title}`
        }
      >
        {`${number}, version ${version}`}
      </PageHeading>
      <p>
        <Status
          kind={answer.is}
          detail={answer.is === "superseded" ? `by version ${answer.by}` : undefined}
        />
      </p>
      {mergedIntoId ? (
        <Notice tone="note">
          {`It was issued to a record that was merged into ${mergedIntoId === actor.memberId ? "yours" : "another"}, and stays as it was issued. Credit that both records had counts once, on the one that was kept.`}
        </Notice>
      ) : null}
      {heldReason ? (
        <Notice tone="warning">
          The PDF waits for our staff: {heldReason} We will see to it; questions go to{" "}
          <a className="words-link" href={`mailto:${settings.creditsEmail}`}>
            {settings.creditsEmail}
          </a>
          .
        </Notice>
      ) : null}
      {!file && !heldReason && search.preparing ? (
        <div role="status">
          <meta httpEquiv="refresh" content={`3;url=${pdf}`} />
          <Notice tone="note">
            Your certificate is being prepared. This page goes on by itself when it is ready.
          </Notice>
        </div>
      ) : null}
      <CertificateSheet facts={facts} logo={await findLogoShape(facts.logo)} />
      <p className="flex flex-wrap gap-x-6 gap-y-2 print:hidden">
        {heldReason ? null : (
          <a className="words-link" href={pdf}>
            View as PDF
          </a>
        )}
        <TextLink href={verifyPath(number, version)}>Public verify page</TextLink>
        <Correction certificate={certificate} number={number} actor={actor} />
        {certificate.versions.length > 1
          ? certificate.versions.map((each) => (
              <TextLink
                key={each.version}
                href={certificatePath(number, { version: each.version })}
              >
                Version {each.version}
              </TextLink>
            ))
          : null}
      </p>
    </>
  );
}

/** A member's own certificate stands below what it was issued for. */
function WayBack({
  certificate: { registration, renewal },
  title,
}: {
  certificate: { registration: { id: string } | null; renewal: { id: string } | null };
  title: string;
}) {
  return (
    <Breadcrumbs
      steps={[
        MY_ACCOUNT,
        ...(registration
          ? [
              { label: "CME Tracker", href: "/events" as const },
              { label: title, href: claimPath(registration.id) },
            ]
          : []),
        ...(renewal
          ? [
              { label: "Renewals", href: "/renewals" as const },
              { label: title, href: renewalPath(renewal.id) },
            ]
          : []),
        { label: "Certificate" },
      ]}
    />
  );
}

/** For its owner the way to ask for a correction, for staff the way to what it certifies. */
function Correction({
  certificate: { registration, renewal },
  number,
  actor,
}: {
  certificate: FoundCertificate["certificate"];
  number: string;
  actor: MemberActor;
}) {
  const memberId = (registration ?? renewal)?.memberId;
  if (memberId === actor.memberId) {
    const ask = registration
      ? correctionPath(registration.id, { certificate: number })
      : renewal && renewalCorrectionPath(renewal.id);
    return ask ? <TextLink href={ask}>Request a correction</TextLink> : null;
  }
  if (registration && may(actor, "correct credits")) {
    return <TextLink href={claimDeskPath(registration.id)}>Correct the claim</TextLink>;
  }
  if (renewal && may(actor, "follow renewals")) {
    return <TextLink href={adminRenewalPath(renewal.id)}>The renewal</TextLink>;
  }
  return null;
}
