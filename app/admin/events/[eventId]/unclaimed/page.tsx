import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { v7 as newId } from "uuid";
import { Breadcrumbs } from "@/components/breadcrumbs";
import { EmptyState } from "@/components/empty-state";
import { Notice } from "@/components/notice";
import { PageHeading } from "@/components/page-heading";
import { Pager } from "@/components/pager";
import { eventDeskPath, eventsDeskPath, placePath, unclaimedPath } from "@/lib/addresses";
import { formatInstant } from "@/lib/calendar";
import { findSetUp } from "@/lib/events/queries";
import { findRun, listUnclaimed, type UnclaimedMember } from "@/lib/reminders/queries";
import { nextReminder, whyNotRemind } from "@/lib/reminders/rules";
import { unclaimedSchema } from "@/lib/reminders/schema";
import { requireRole } from "@/lib/session";
import { findSettings } from "@/lib/settings/queries";
import { RemindForm } from "./remind-form";
import { RunPanel } from "./run-panel";

export const metadata: Metadata = { title: "Ended, not yet claimed" };

export default async function Unclaimed({
  params,
  searchParams,
}: PageProps<"/admin/events/[eventId]/unclaimed">) {
  await requireRole("set up events");
  const event = await findSetUp((await params).eventId);
  if (!event) notFound();
  const { after, run: asked } = unclaimedSchema.parse(await searchParams);
  const now = new Date();
  const [{ members, next }, run, { timeZone }] = await Promise.all([
    listUnclaimed(event.id, after),
    findRun(event.id, asked),
    findSettings(),
  ]);
  const isEnded = event.endsAt !== null && event.endsAt <= now;
  return (
    <>
      <Breadcrumbs
        steps={[
          { label: "Events", href: eventsDeskPath() },
          { label: event.title, href: eventDeskPath(event.id) },
          { label: "Ended, not yet claimed" },
        ]}
      />
      <PageHeading title="Ended, not yet claimed">
        {`Who has not submitted every day of ${event.title}. Nobody is reminded twice within seven days.`}
      </PageHeading>
      {run ? <RunPanel run={run} timeZone={timeZone} /> : null}
      {!isEnded ? (
        <Notice tone="note">
          {event.endsAt
            ? `The event ends on ${formatInstant(event.endsAt, event.timeZone)}; nobody can claim before.`
            : "The event has no days yet."}
        </Notice>
      ) : members.length === 0 ? (
        <EmptyState title="Everybody has claimed">
          Nobody has an open day at this event any more.
        </EmptyState>
      ) : (
        <RemindForm
          eventId={event.id}
          runId={newId()}
          again={after || next ? null : wordsForNext(members, now, timeZone)}
          members={members.map((member) => ({
            id: member.id,
            href: placePath(event.id, member.id),
            name: member.name,
            memberNumber: member.memberNumber ?? "",
            email: member.email,
            reminded: member.claimRemindedAt ? formatInstant(member.claimRemindedAt, timeZone) : "",
            words: wordsFor(member, now),
          }))}
        />
      )}
      <Pager
        newer={after ? unclaimedPath(event.id) : undefined}
        older={next ? unclaimedPath(event.id, { after: next }) : undefined}
        labels={{ newer: "First page", older: "More" }}
      />
    </>
  );
}

/** What to say instead of asking for reminders that nobody would get; null when somebody would. */
function wordsForNext(members: readonly UnclaimedMember[], now: Date, zone: string) {
  if (members.some((member) => whyNotRemind(member, now) === null)) return null;
  const at = nextReminder(members, now);
  return at
    ? `Nobody can be reminded before ${formatInstant(at, zone)}.`
    : "Nobody here gets reminders.";
}

/** Why a member would get no mail now; empty when they would. */
function wordsFor(member: UnclaimedMember, now: Date): string {
  const why = whyNotRemind(member, now);
  if (why === "retired") return "Retired: gets no reminders";
  if (why === "muted") return "Switched such mails off";
  return why === "reminded" ? "Reminded within seven days" : "";
}
