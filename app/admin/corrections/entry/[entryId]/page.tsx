import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Breadcrumbs } from "@/components/breadcrumbs";
import { EntryCorrection } from "@/components/entry-correction";
import { EntryFacts } from "@/components/entry-facts";
import { Notice } from "@/components/notice";
import { PageHeading } from "@/components/page-heading";
import { TextLink } from "@/components/text-link";
import { claimDeskPath, entryDeskPath, requestDeskPath } from "@/lib/addresses";
import { findOpenRequest } from "@/lib/correction-requests/queries";
import { findEntryDesk, findLatestOf } from "@/lib/entry-corrections/queries";
import { fullName, REFUSAL_OF_OWN } from "@/lib/members/rules";
import { requireRole } from "@/lib/session";
import { findSettings } from "@/lib/settings/queries";
import { correctEntryAction } from "./actions";

export const metadata: Metadata = { title: "Correct an entry" };

export default async function EntryDesk({
  params,
  searchParams,
}: PageProps<"/admin/corrections/entry/[entryId]">) {
  const actor = await requireRole("correct credits");
  const [{ entryId }, search] = await Promise.all([params, searchParams]);
  const desk = await findEntryDesk(entryId, search, new Date());
  if (!desk) notFound();
  const { entry, refusal } = desk;
  const { associationName } = await findSettings();
  const { member, title, registrationId } = entry;
  const [open, latest] = await Promise.all([findOpenRequest({ entryId }), findLatestOf(entryId)]);
  const isOwn = member.id === actor.memberId;
  const path = entryDeskPath(entryId);
  return (
    <>
      <Breadcrumbs
        steps={[{ label: "Corrections", href: "/admin/corrections" }, { label: title }]}
      />
      <PageHeading title={`${fullName(member)} · ${title}`}>
        {[member.memberNumber, member.email].filter(Boolean).join(" · ")}
      </PageHeading>
      {search.done === "now" ? (
        <Notice tone="good">The entry was corrected. Its member is told.</Notice>
      ) : null}
      {open ? (
        <Notice tone="note">
          Its member asked for a correction.{" "}
          <TextLink href={requestDeskPath(open.id)}>Answer the request</TextLink>
        </Notice>
      ) : null}
      <EntryFacts entry={entry} association={associationName} />
      {isOwn || refusal ? (
        <Notice tone="note">
          {isOwn ? REFUSAL_OF_OWN : refusal}{" "}
          {registrationId ? (
            <TextLink href={claimDeskPath(registrationId)}>Open the claim</TextLink>
          ) : null}
          {latest === entryId ? null : (
            <TextLink href={entryDeskPath(latest)}>Open what stands now</TextLink>
          )}
        </Notice>
      ) : (
        <EntryCorrection path={path} desk={desk} about={{ entryId }} action={correctEntryAction} />
      )}
    </>
  );
}
