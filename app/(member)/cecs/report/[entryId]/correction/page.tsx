import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { Breadcrumbs, MY_ACCOUNT } from "@/components/breadcrumbs";
import { CorrectionRequestForm } from "@/components/correction-request-form";
import { PageHeading } from "@/components/page-heading";
import { correctionPath, entryPath, requestPath } from "@/lib/addresses";
import { findOpenRequest } from "@/lib/correction-requests/queries";
import { wordsForOpenRequest } from "@/lib/correction-requests/rules";
import { findEntry } from "@/lib/entries/queries";
import { requireActor } from "@/lib/session";
import { findSettings } from "@/lib/settings/queries";
import { requestEntryCorrectionAction } from "./actions";

export const metadata: Metadata = { title: "Request a correction" };

export default async function RequestCorrection({
  params,
}: PageProps<"/cecs/report/[entryId]/correction">) {
  const { memberId } = await requireActor();
  const { entryId } = await params;
  const [entry, settings] = await Promise.all([findEntry(memberId, entryId), findSettings()]);
  if (!entry) notFound();
  const back = entryPath(entryId);
  if (entry.registrationId) redirect(correctionPath(entry.registrationId));
  if (entry.state !== "accepted") redirect(back);
  const open = await findOpenRequest({ entryId });
  return (
    <>
      <Breadcrumbs
        steps={[
          MY_ACCOUNT,
          { label: "CEC Dashboard", href: "/cecs" },
          { label: entry.title, href: back },
          { label: "Request a correction" },
        ]}
      />
      <PageHeading title="Request a correction">
        {`Say what is wrong with ${entry.title}. Your request goes to ${settings.creditsEmail}, and the entry stays as it is until it is decided.`}
      </PageHeading>
      <CorrectionRequestForm
        action={requestEntryCorrectionAction}
        about={{ entryId }}
        description="Say what is wrong, what it should be, and why."
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
