import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { Breadcrumbs } from "@/components/breadcrumbs";
import { PageHeading } from "@/components/page-heading";
import { claimPath } from "@/lib/addresses";
import { findClaim } from "@/lib/claims/queries";
import { requireActor } from "@/lib/session";
import { findSettings } from "@/lib/settings/queries";
import { CorrectionForm } from "./correction-form";

export const metadata: Metadata = { title: "Request a correction" };

export default async function RequestCorrection({
  params,
}: PageProps<"/events/[registrationId]/claim/correction">) {
  const { memberId } = await requireActor();
  const { registrationId } = await params;
  const [claim, settings] = await Promise.all([
    findClaim(memberId, registrationId),
    findSettings(),
  ]);
  if (!claim) notFound();
  const back = claimPath(registrationId);
  if (!claim.rows.some((row) => row.submittedAt)) redirect(back);
  return (
    <>
      <Breadcrumbs
        steps={[
          { label: "My Account", href: "/account" },
          { label: "CME Tracker", href: "/events" },
          { label: claim.event.title, href: back },
          { label: "Request a correction" },
        ]}
      />
      <PageHeading title="Request a correction">
        {`Say what is wrong with your credits for ${claim.event.title}. Your request goes to ${settings.creditsEmail}, and your credits stay as they are until it is decided.`}
      </PageHeading>
      <CorrectionForm registrationId={registrationId} back={back} />
    </>
  );
}
