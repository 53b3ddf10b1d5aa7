import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { v7 as newId } from "uuid";
import { Announce } from "@/components/announce";
import { Breadcrumbs } from "@/components/breadcrumbs";
import { CorrectionChanges } from "@/components/correction-changes";
import { CorrectionNoteForm } from "@/components/correction-note-form";
import { CorrectionThread } from "@/components/correction-thread";
import { Notice } from "@/components/notice";
import { PageHeading } from "@/components/page-heading";
import { TextLink } from "@/components/text-link";
import { certificatePath, claimPath, entryPath, renewalPath } from "@/lib/addresses";
import { findOutcome } from "@/lib/correction-outcomes/queries";
import { findThread, type Thread } from "@/lib/correction-requests/queries";
import { subjectOf, wordsForDecision } from "@/lib/correction-requests/rules";
import { requireActor } from "@/lib/session";
import { findSettings } from "@/lib/settings/queries";
import { addNoteAction } from "./actions";

export const metadata: Metadata = { title: "Your request" };

export default async function MyRequest({
  params,
  searchParams,
}: PageProps<"/applications/[requestId]">) {
  const { memberId } = await requireActor();
  const [{ requestId }, { sent }, { timeZone, creditsEmail }] = await Promise.all([
    params,
    searchParams,
    findSettings(),
  ]);
  const request = await findThread(requestId, memberId);
  if (!request) notFound();
  const { title } = subjectOf(request);
  const decided = wordsForDecision(request, timeZone);
  const { changes } = await findOutcome(request);
  return (
    <>
      <Breadcrumbs
        steps={[
          { label: "My Account", href: "/account" },
          { label: "My Applications", href: "/applications" },
          { label: title },
        ]}
      />
      <PageHeading title={`Correction of ${title}`}>
        {decided ? "Your request is decided." : "Your request is open: staff will decide it."}
      </PageHeading>
      {decided ? (
        <Notice tone={request.decision === "accepted" ? "good" : "warning"} title={decided}>
          <p className="whitespace-pre-wrap">{request.decisionNote}</p>
          <CorrectionChanges changes={changes} />
        </Notice>
      ) : null}
      <Subject request={request} />
      <CorrectionThread request={request} reader={memberId} timeZone={timeZone} />
      <CorrectionNoteForm
        action={addNoteAction}
        requestId={request.id}
        noteId={newId()}
        description={`It goes to ${creditsEmail} and stays here with your request.`}
        isOffered={decided === null && request.member.retiredAt === null}
      />
      {sent === "now" ? <Announce>Your request was sent.</Announce> : null}
    </>
  );
}

/** Where that stands which the request is about; a corrected entry is another one. */
function Subject({ request }: { request: Thread }) {
  const { registration, renewal, entry, certificateNumber, entryCorrections } = request;
  const corrected = entryCorrections[0]?.entryId ?? entry?.id;
  return (
    <p className="flex flex-wrap gap-x-6 gap-y-2">
      {registration ? (
        <TextLink href={claimPath(registration.id)}>Your claim for this event</TextLink>
      ) : null}
      {renewal ? <TextLink href={renewalPath(renewal.id)}>Your renewal</TextLink> : null}
      {certificateNumber ? (
        <TextLink href={certificatePath(certificateNumber)}>
          {`Certificate ${certificateNumber}`}
        </TextLink>
      ) : null}
      {corrected ? <TextLink href={entryPath(corrected)}>The entry on your record</TextLink> : null}
    </p>
  );
}
