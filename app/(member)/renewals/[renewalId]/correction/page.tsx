import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { Breadcrumbs, MY_ACCOUNT } from "@/components/breadcrumbs";
import { CorrectionRequestForm } from "@/components/correction-request-form";
import { PageHeading } from "@/components/page-heading";
import { certificatePath, renewalPath, requestPath } from "@/lib/addresses";
import { findOpenRequest } from "@/lib/correction-requests/queries";
import { wordsForOpenRequest } from "@/lib/correction-requests/rules";
import { findRenewal } from "@/lib/renewals/queries";
import { credentialsOf, periodOf } from "@/lib/renewals/wording";
import { requireActor } from "@/lib/session";
import { findSettings } from "@/lib/settings/queries";
import { requestRenewalCorrectionAction } from "./actions";

export const metadata: Metadata = { title: "Request a correction" };

export default async function RequestCorrection({
  params,
}: PageProps<"/renewals/[renewalId]/correction">) {
  const { memberId } = await requireActor();
  const { renewalId } = await params;
  const [renewal, settings] = await Promise.all([findRenewal(memberId, renewalId), findSettings()]);
  if (!renewal) notFound();
  if (!renewal.certificate) redirect(renewalPath(renewalId));
  const { number } = renewal.certificate;
  const open = await findOpenRequest({ renewalId });
  const called = `${credentialsOf(renewal.cycles)} ${periodOf(renewal.cycles)}`;
  return (
    <>
      <Breadcrumbs
        steps={[
          MY_ACCOUNT,
          { label: "Renewals", href: "/renewals" },
          { label: called, href: renewalPath(renewalId) },
          { label: "Request a correction" },
        ]}
      />
      <PageHeading title="Request a correction">
        {`Say what is wrong with certificate ${number} for ${called}. Your request goes to ${settings.creditsEmail}, and everything stays as it is until it is decided.`}
      </PageHeading>
      <CorrectionRequestForm
        action={requestRenewalCorrectionAction}
        about={{ renewalId }}
        description="Say what the certificate should show, and why."
        open={
          open && {
            href: requestPath(open.id),
            words: wordsForOpenRequest(open.requestedAt, settings.timeZone),
          }
        }
        back={certificatePath(number)}
      />
    </>
  );
}
