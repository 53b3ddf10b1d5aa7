import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { v7 as newId } from "uuid";
import { Announce } from "@/components/announce";
import { Breadcrumbs } from "@/components/breadcrumbs";
import { CorrectionNoteForm } from "@/components/correction-note-form";
import { CorrectionThread } from "@/components/correction-thread";
import { Notice } from "@/components/notice";
import { PageHeading } from "@/components/page-heading";
import { QueueKeys } from "@/components/queue-keys";
import { TextLink } from "@/components/text-link";
import { directoryPath, requestDeskPath } from "@/lib/addresses";
import { formatInstant } from "@/lib/calendar";
import { findNeighbours, findThread } from "@/lib/correction-requests/queries";
import { subjectOf, wordsForDecision } from "@/lib/correction-requests/rules";
import { fullName, REFUSAL_OF_OWN } from "@/lib/members/rules";
import { may } from "@/lib/roles/rules";
import { requireRole } from "@/lib/session";
import { findSettings } from "@/lib/settings/queries";
import { addNoteAction } from "./actions";
import { DeclineForm } from "./decline-form";
import { Outcome } from "./outcome";
import { SubjectDesk } from "./subject-desk";

export const metadata: Metadata = { title: "A request for a correction" };

export default async function RequestDesk({
  params,
  searchParams,
}: PageProps<"/admin/corrections/[requestId]">) {
  const actor = await requireRole("correct credits");
  const [{ requestId }, search, { timeZone }] = await Promise.all([
    params,
    searchParams,
    findSettings(),
  ]);
  const request = await findThread(requestId, null);
  if (!request) notFound();
  const { member, certificateNumber } = request;
  const { title } = subjectOf(request);
  const decided = wordsForDecision(request, timeZone);
  const isOwn = member.id === actor.memberId;
  const isOpen = decided === null && !isOwn;
  const { previous, next } = await findNeighbours(request);
  const who = [fullName(member), member.memberNumber].filter(Boolean).join(" ");
  const asked = `Asked ${formatInstant(request.requestedAt, timeZone)}`;
  return (
    <>
      <Breadcrumbs
        steps={[
          { label: "Corrections", href: "/admin/corrections" },
          { label: `${who}: ${title}` },
        ]}
      />
      <PageHeading title={`${who} · ${title}`}>
        <TextLink href={directoryPath(member.id)}>{fullName(member)}</TextLink>
        {" · "}
        {[asked, certificateNumber && `from certificate ${certificateNumber}`, member.email]
          .filter(Boolean)
          .join(" · ")}
      </PageHeading>
      <nav aria-label="Open requests" className="flex flex-wrap items-center gap-x-6 gap-y-2">
        {previous ? <TextLink href={requestDeskPath(previous)}>Previous request</TextLink> : null}
        {next ? <TextLink href={requestDeskPath(next)}>Next request</TextLink> : null}
        <QueueKeys
          previous={previous ? requestDeskPath(previous) : undefined}
          next={next ? requestDeskPath(next) : undefined}
        />
      </nav>
      {decided ? (
        <Notice tone={request.decision === "accepted" ? "good" : "note"} title={decided}>
          <p className="whitespace-pre-wrap">{request.decisionNote}</p>
        </Notice>
      ) : null}
      {decided ? <Outcome request={request} /> : null}
      {isOwn ? <Notice tone="note">{REFUSAL_OF_OWN}</Notice> : null}
      <CorrectionThread request={request} reader={actor.memberId} timeZone={timeZone} />
      {isOpen ? (
        <SubjectDesk request={request} search={search} mayRaise={may(actor, "set up events")} />
      ) : null}
      <DeclineForm requestId={request.id} isOffered={isOpen} />
      <CorrectionNoteForm
        action={addNoteAction}
        requestId={request.id}
        noteId={newId()}
        description="The member reads it and is mailed."
        isOffered={isOpen}
      />
      {search.decided === "now" && decided ? <Announce>{decided}</Announce> : null}
    </>
  );
}
