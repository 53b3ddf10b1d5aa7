import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Breadcrumbs, MY_ACCOUNT } from "@/components/breadcrumbs";
import { ButtonLink } from "@/components/button-link";
import { EntryFacts } from "@/components/entry-facts";
import { Notice } from "@/components/notice";
import { PageHeading } from "@/components/page-heading";
import { TextLink } from "@/components/text-link";
import {
  correctionPath,
  entryCorrectionPath,
  entryPath,
  reportPath,
  requestPath,
} from "@/lib/addresses";
import { formatInstant } from "@/lib/calendar";
import { stateOfRequest } from "@/lib/correction-requests/rules";
import { findEntry, type MemberEntry } from "@/lib/entries/queries";
import type { EntryState } from "@/lib/entries/rules";
import { requireActor } from "@/lib/session";
import { findSettings } from "@/lib/settings/queries";
import { WithdrawForm } from "./withdraw-form";

export const metadata: Metadata = { title: "Credit on your record" };

const WORDS: Record<EntryState, string> = {
  accepted: "This credit is on your record.",
  "awaiting review": "Staff will look at this credit. Until then it does not count.",
  returned: "Staff sent this credit back. Report it again with what is missing, or withdraw it.",
  rejected: "Staff did not accept this credit.",
  withdrawn: "You withdrew this credit.",
  replaced: "A newer entry replaces this one.",
};

export default async function EntryPage({ params }: PageProps<"/cecs/report/[entryId]">) {
  const { memberId } = await requireActor();
  const [{ entryId }, { timeZone, associationName }] = await Promise.all([params, findSettings()]);
  const entry = await findEntry(memberId, entryId);
  if (!entry) notFound();
  return (
    <>
      <Breadcrumbs
        steps={[MY_ACCOUNT, { label: "CEC Dashboard", href: "/cecs" }, { label: entry.title }]}
      />
      <PageHeading title={entry.title}>{WORDS[entry.state]}</PageHeading>
      {entry.reviewNote ? (
        <Notice tone={entry.state === "accepted" ? "note" : "warning"} title="Staff wrote">
          <p className="whitespace-pre-wrap">{entry.reviewNote}</p>
        </Notice>
      ) : null}
      {entry.correction ? (
        <Notice
          tone="note"
          title={`Staff corrected this entry on ${formatInstant(entry.correction.correctedAt, timeZone)}`}
        >
          <p className="whitespace-pre-wrap">{entry.correction.reason}</p>
        </Notice>
      ) : null}
      {entry.replacedBy ? (
        <p>
          <TextLink href={entryPath(entry.replacedBy.id)}>The entry that replaces it</TextLink>
        </p>
      ) : null}
      <EntryFacts entry={entry} association={associationName} />
      <WhatToDo entry={entry} />
      {entry.requests.length > 0 ? (
        <section className="flex flex-col gap-2">
          <h2>What you asked for</h2>
          {entry.requests.map(({ id, message, requestedAt, decision }) => (
            <p key={id} className="wrap-anywhere whitespace-pre-wrap">
              <TextLink href={requestPath(id)}>{formatInstant(requestedAt, timeZone)}</TextLink>
              <span className="text-muted">{`, ${stateOfRequest({ decision })}: `}</span>
              {message}
            </p>
          ))}
        </section>
      ) : null}
    </>
  );
}

function WhatToDo({ entry }: { entry: MemberEntry }) {
  const { id, state, source, registrationId } = entry;
  if (state === "accepted") {
    const ask = registrationId ? correctionPath(registrationId) : entryCorrectionPath(id);
    return (
      <p>
        <ButtonLink href={ask}>Request a correction</ButtonLink>
      </p>
    );
  }
  if (source !== "self_report" || (state !== "awaiting review" && state !== "returned"))
    return null;
  return (
    <div className="flex flex-wrap items-start gap-4">
      {state === "returned" ? (
        <ButtonLink href={reportPath({ again: id })} variant="primary">
          Report it again
        </ButtonLink>
      ) : null}
      <WithdrawForm entryId={id} />
    </div>
  );
}
