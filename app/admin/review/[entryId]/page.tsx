import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Breadcrumbs } from "@/components/breadcrumbs";
import { DataTable } from "@/components/data-table";
import { DocumentsInPlace } from "@/components/documents-in-place";
import { EntryFacts } from "@/components/entry-facts";
import { Notice } from "@/components/notice";
import { PageHeading } from "@/components/page-heading";
import { TextLink } from "@/components/text-link";
import { directoryPath, entryDeskPath } from "@/lib/addresses";
import { printCredits } from "@/lib/credits/amount";
import { reasonForStaff } from "@/lib/dashboard/wording";
import { fullName, REFUSAL_OF_OWN } from "@/lib/members/rules";
import { findEntryToReview } from "@/lib/reviews/queries";
import { requireRole } from "@/lib/session";
import { findSettings } from "@/lib/settings/queries";
import { DecideForm } from "./decide-form";
import { NotDuplicateForm } from "./not-duplicate-form";

export const metadata: Metadata = { title: "Review an entry" };

type Reviewed = NonNullable<Awaited<ReturnType<typeof findEntryToReview>>>;

export default async function ReviewEntry({ params }: PageProps<"/admin/review/[entryId]">) {
  const actor = await requireRole("review credit");
  const entry = await findEntryToReview((await params).entryId, new Date());
  if (!entry) notFound();
  const { associationName } = await findSettings();
  const { member, state } = entry;
  const isOwn = member.id === actor.memberId;
  return (
    <>
      <Breadcrumbs steps={[{ label: "Review", href: "/admin/review" }, { label: entry.title }]} />
      <PageHeading title={entry.title}>
        <TextLink href={directoryPath(member.id)}>{fullName(member)}</TextLink>
        {`${member.memberNumber ? `, member number ${member.memberNumber}` : ""}, ${member.email}`}
      </PageHeading>
      {state === "awaiting review" ? null : (
        <Notice tone="note">{`This entry is ${state}.`}</Notice>
      )}
      {entry.reviewNote ? <p className="whitespace-pre-wrap">{entry.reviewNote}</p> : null}
      <EntryFacts entry={entry} association={associationName} />
      <DocumentsInPlace documents={entry.documents} />
      <EffectTable entry={entry} />
      {isOwn ? <Notice tone="note">{REFUSAL_OF_OWN}</Notice> : null}
      <NotDuplicateForm entryId={entry.id} isOffered={!isOwn && entry.hasTwin} />
      <DecideForm entryId={entry.id} isOffered={!isOwn && state === "awaiting review"} />
      {!isOwn && state === "accepted" ? (
        <p>
          <TextLink href={entryDeskPath(entry.id)}>Correct this entry</TextLink>
        </p>
      ) : null}
    </>
  );
}

function EffectTable({ entry }: { entry: Reviewed }) {
  return (
    <DataTable
      caption="What it counts"
      rows={entry.effects}
      rowKey={({ program }) => program}
      columns={[
        { key: "program", header: "Certification", rowHeader: true, cell: (row) => row.program },
        {
          key: "counted",
          header: "Counts",
          align: "end",
          cell: (row) => printCredits(row.counted),
        },
        {
          key: "pending",
          header: "Once accepted",
          align: "end",
          cell: (row) => (row.pending ? printCredits(row.pending) : null),
        },
        {
          key: "why",
          header: "Why",
          cell: (row) => `${reasonForStaff(row.reason)}. ${row.detail}`,
        },
      ]}
    />
  );
}
