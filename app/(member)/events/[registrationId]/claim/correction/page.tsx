import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { Breadcrumbs } from "@/components/breadcrumbs";
import { CorrectionRequestForm } from "@/components/correction-request-form";
import { PageHeading } from "@/components/page-heading";
import { certificatePath, claimPath, requestPath } from "@/lib/addresses";
import { findClaim } from "@/lib/claims/queries";
import { findOpenRequest } from "@/lib/correction-requests/queries";
import { wordsForOpenRequest } from "@/lib/correction-requests/rules";
import { requireActor } from "@/lib/session";
import { findSettings } from "@/lib/settings/queries";
import { requestCorrectionAction } from "./actions";

export const metadata: Metadata = { title: "Request a correction" };

export default async function RequestCorrection({
  params,
  searchParams,
}: PageProps<"/events/[registrationId]/claim/correction">) {
  const { memberId } = await requireActor();
  const [{ registrationId }, search] = await Promise.all([params, searchParams]);
  const [claim, settings] = await Promise.all([
    findClaim(memberId, registrationId),
    findSettings(),
  ]);
  if (!claim) notFound();
  if (!claim.rows.some((row) => row.submittedAt)) redirect(claimPath(registrationId));
  const number = claim.certificate?.number;
  const certificateNumber = search.certificate === number ? number : undefined;
  const back = certificateNumber ? certificatePath(certificateNumber) : claimPath(registrationId);
  const open = await findOpenRequest({ registrationId });
  const wrong = certificateNumber ? "the certificate" : "your credits";
  return (
    <>
      <Breadcrumbs
        steps={[
          { label: "My Account", href: "/account" },
          { label: "CME Tracker", href: "/events" },
          { label: claim.event.title, href: claimPath(registrationId) },
          { label: "Request a correction" },
        ]}
      />
      <PageHeading title="Request a correction">
        {`Say what is wrong with ${wrong} for ${claim.event.title}. Your request goes to ${settings.creditsEmail}, and everything stays as it is until it is decided.`}
      </PageHeading>
      <CorrectionRequestForm
        action={requestCorrectionAction}
        about={{ registrationId, ...(certificateNumber && { certificateNumber }) }}
        description={
          certificateNumber
            ? "Say what the certificate should show, and why. For credits name the day and the amount."
            : "Name the day, the amount it should be, and why."
        }
        open={
          open && {
            href: requestPath(open.id),
            words: wordsForOpenRequest(open.requestedAt, settings.timeZone),
          }
        }
        back={back}
      />
    </>
  );
}
