import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Announce } from "@/components/announce";
import { Breadcrumbs, MY_ACCOUNT } from "@/components/breadcrumbs";
import { EmptyState } from "@/components/empty-state";
import { Notice } from "@/components/notice";
import { PageHeading } from "@/components/page-heading";
import { formatDays, formatInstant, formatShortDay, zoneWords } from "@/lib/calendar";
import { findClaim, type MemberClaim } from "@/lib/claims/queries";
import { lastSubmission, refusalToEnter } from "@/lib/claims/rules";
import { printCredits } from "@/lib/credits/amount";
import { REFUSAL_OF_RETIRED } from "@/lib/members/rules";
import { requireActor } from "@/lib/session";
import { findSettings } from "@/lib/settings/queries";
import { DayTable } from "./day-table";
import { LockedClaim } from "./locked-claim";
import { SubmitBar } from "./submit-bar";

export const metadata: Metadata = { title: "Enter Credits" };

export default async function EnterCredits({
  params,
  searchParams,
}: PageProps<"/events/[registrationId]/claim">) {
  const { memberId } = await requireActor();
  const [{ registrationId }, search, settings] = await Promise.all([
    params,
    searchParams,
    findSettings(),
  ]);
  const claim = await findClaim(memberId, registrationId);
  if (!claim) notFound();
  const { event, rows } = claim;
  const closed = claim.member.retiredAt ? REFUSAL_OF_RETIRED : refusalToEnter(event, new Date());
  const isOpen = closed === null && rows.some((row) => row.submittedAt === null);
  const editing = isOpen && typeof search.day === "string" ? search.day : null;
  const saved = typeof search.saved === "string" ? search.saved : null;
  const left = typeof search.left === "string" ? search.left : null;
  return (
    <>
      <Breadcrumbs
        steps={[MY_ACCOUNT, { label: "CME Tracker", href: "/events" }, { label: event.title }]}
      />
      <PageHeading title={event.title}>
        {[event.place, `${formatDays(event.firstOn, event.lastOn)} (${zoneWords(event.timeZone)})`]
          .filter(Boolean)
          .join(" · ")}
      </PageHeading>
      {closed ? <Notice tone="note">{closed}</Notice> : null}
      {isOpen ? (
        <p className="measure">
          You can enter credits for the days you are registered. Enter 0 for a day on which you
          earned none.
        </p>
      ) : null}
      {rows.length === 0 ? (
        <EmptyState title="No day to claim yet">
          You can enter credits once the association has confirmed the days of your registration.
        </EmptyState>
      ) : (
        <DayTable claim={claim} editing={editing} edited={saved ?? left} canEdit={isOpen} />
      )}
      {isOpen ? <SubmitBar claim={claim} isEditing={editing !== null} /> : null}
      {rows.some((row) => row.submittedAt) ? (
        <LockedClaim claim={claim} contact={settings.creditsEmail} timeZone={settings.timeZone} />
      ) : null}
      <Happened claim={claim} saved={saved} search={search} />
    </>
  );
}

/** Reads out what the form before this page did. */
function Happened({
  claim,
  saved,
  search,
}: {
  claim: MemberClaim;
  saved: string | null;
  search: Record<string, string | string[] | undefined>;
}) {
  const row = claim.rows.find(({ eventDayId }) => eventDayId === saved);
  if (row) {
    const amount = row.credits === null ? "not entered" : printCredits(row.credits);
    return <Announce>{`${formatShortDay(row.day)} is saved: ${amount}.`}</Announce>;
  }
  const last = lastSubmission(claim.rows);
  if (search.submitted === "now" && last) {
    const at = formatInstant(last, claim.event.timeZone);
    return <Announce>{`Submitted and locked on ${at}.`}</Announce>;
  }
  return null;
}
