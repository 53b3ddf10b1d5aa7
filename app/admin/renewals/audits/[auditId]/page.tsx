import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Announce } from "@/components/announce";
import { AuditTrail } from "@/components/audit-trail";
import { Breadcrumbs } from "@/components/breadcrumbs";
import { OtherDocuments } from "@/components/credit-audit-documents";
import { EmptyState } from "@/components/empty-state";
import { FactsList } from "@/components/facts-list";
import { Notice } from "@/components/notice";
import { PageHeading } from "@/components/page-heading";
import { TextLink } from "@/components/text-link";
import {
  adminRenewalPath,
  adminRenewalsPath,
  auditPackPath,
  auditsPath,
  directoryPath,
  selectionPath,
} from "@/lib/addresses";
import { type Day, formatInstant, formatLongDay, shiftDay, todayIn } from "@/lib/calendar";
import { findAnyAudit, type ProvenAudit, withProofs } from "@/lib/credit-audits/queries";
import { allows, clockWords, STATE_WORDS } from "@/lib/credit-audits/rules";
import { unansweredWords } from "@/lib/credit-audits/wording";
import { printCredits } from "@/lib/credits/amount";
import { fullName, REFUSAL_OF_OWN } from "@/lib/members/rules";
import { STATE_WORDS as RENEWAL_WORDS } from "@/lib/renewals/rules";
import { credentialsOf, periodOf } from "@/lib/renewals/wording";
import { requireRole } from "@/lib/session";
import { findSettings } from "@/lib/settings/queries";
import { DecideForm, TimeForm } from "./decide-forms";
import { ProvenEntry } from "./proven-entry";

export const metadata: Metadata = { title: "Audit" };

export default async function StaffAudit({
  params,
  searchParams,
}: PageProps<"/admin/renewals/audits/[auditId]">) {
  const actor = await requireRole("follow renewals");
  const [{ auditId }, { done }, { timeZone }] = await Promise.all([
    params,
    searchParams,
    findSettings(),
  ]);
  const today = todayIn(timeZone, new Date());
  const found = await findAnyAudit(auditId, today);
  if (!found) notFound();
  const audit = await withProofs(found, today);
  const { renewal, entries, others } = audit;
  const { member, cycles, standing } = renewal;
  const isOwn = audit.memberId === actor.memberId;
  return (
    <>
      <Breadcrumbs
        steps={[
          { label: "Renewals", href: adminRenewalsPath() },
          { label: "Audits", href: auditsPath() },
          { label: fullName(member) },
        ]}
      />
      <PageHeading
        title={`Audit of ${credentialsOf(cycles)} ${periodOf(cycles)}, ${fullName(member)}`}
      >
        {headline(audit, today, timeZone)}
      </PageHeading>
      {member.retiredAt ? (
        <Notice tone="note">
          {`Retired since ${formatInstant(member.retiredAt, timeZone)}: the member reads this audit and can't answer it.`}
        </Notice>
      ) : null}
      <FactsList
        facts={[
          {
            name: "Member",
            fact: <TextLink href={directoryPath(audit.memberId)}>{fullName(member)}</TextLink>,
          },
          {
            name: "Renewal",
            fact: (
              <TextLink href={adminRenewalPath(renewal.id)}>
                {`${RENEWAL_WORDS[renewal.state]}, ${printCredits(standing.counted)} of ${printCredits(standing.required)} CECs`}
              </TextLink>
            ),
          },
          {
            name: "Drawn",
            fact: (
              <TextLink href={selectionPath(audit.selectionId)}>
                {`${formatInstant(audit.selection.drawnAt, timeZone)}, place ${audit.place}`}
              </TextLink>
            ),
          },
          { name: "Documents due", fact: formatLongDay(audit.dueOn) },
          {
            name: "Sent",
            fact: audit.answeredAt
              ? formatInstant(audit.answeredAt, timeZone)
              : unansweredWords(audit.steps, timeZone),
          },
        ]}
      />
      <p>
        <a className="words-link" href={auditPackPath(audit.id)}>
          Download everything as ZIP
        </a>
      </p>
      <section aria-labelledby="credits-title" className="flex flex-col gap-4">
        <h2 id="credits-title">The credits that counted</h2>
        {entries.length === 0 ? (
          <EmptyState title="No credit counts for it now">
            Entries were corrected since it was renewed.
          </EmptyState>
        ) : null}
        <ul className="flex flex-col divide-y divide-hairline border-y border-hairline empty:hidden">
          {entries.map((each) => (
            <ProvenEntry key={each.entry.id} proven={each} />
          ))}
        </ul>
        <OtherDocuments documents={others} />
      </section>
      <AuditTrail steps={audit.steps} timeZone={timeZone} />
      {isOwn ? <Notice tone="note">{REFUSAL_OF_OWN}</Notice> : null}
      <StaffActs audit={audit} today={today} isOwn={isOwn} />
      {done === "now" ? <Announce>Saved. The member reads it with their audit.</Announce> : null}
    </>
  );
}

function headline({ state, dueOn, steps }: ProvenAudit, today: Day, timeZone: string): string {
  if (state === "open") return `${STATE_WORDS.open}: ${clockWords(dueOn, today).toLowerCase()}.`;
  if (state === "overdue") {
    return `${clockWords(dueOn, today)}. ${unansweredWords(steps, timeZone)}`;
  }
  return `${STATE_WORDS[state]}.`;
}

/** The forms keep their places: what became of one is told there, also when none is left to send. */
function StaffActs({ audit, today, isOwn }: { audit: ProvenAudit; today: Day; isOwn: boolean }) {
  const { id: auditId, version, state, dueOn } = audit;
  const isAnswered = state === "answered";
  const soon = shiftDay(today, { days: 7 });
  return (
    <>
      <DecideForm
        auditId={auditId}
        version={version}
        isOffered={!isOwn && allows(state, "decide")}
      />
      <TimeForm
        auditId={auditId}
        version={version}
        dueOn={dueOn < soon ? soon : dueOn}
        isAnswered={isAnswered}
        isOffered={!isOwn && (allows(state, "return") || allows(state, "extend"))}
      />
    </>
  );
}
