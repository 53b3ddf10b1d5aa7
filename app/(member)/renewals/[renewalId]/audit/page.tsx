import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Announce } from "@/components/announce";
import { AuditTrail } from "@/components/audit-trail";
import { Breadcrumbs, MY_ACCOUNT } from "@/components/breadcrumbs";
import { OtherDocuments } from "@/components/credit-audit-documents";
import { EmptyState } from "@/components/empty-state";
import { Notice } from "@/components/notice";
import { PageHeading } from "@/components/page-heading";
import { auditPackPath, renewalPath } from "@/lib/addresses";
import { formatLongDay, todayIn } from "@/lib/calendar";
import { findAuditOf, missingOf, withProofs } from "@/lib/credit-audits/queries";
import { allows } from "@/lib/credit-audits/rules";
import { REFUSAL_OF_RETIRED } from "@/lib/members/rules";
import { credentialsOf, periodOf } from "@/lib/renewals/wording";
import { requireActor } from "@/lib/session";
import { findSettings } from "@/lib/settings/queries";
import { AuditedEntry } from "./audited-entry";
import { SendForm, TakeBackForm } from "./send-form";
import { WhereItStands } from "./where-it-stands";

export const metadata: Metadata = { title: "Audit of your renewal" };

const WRONG: Record<string, string> = {
  file: "A file was not kept. Choose PDF, JPEG, PNG or HEIC files that are not too large.",
  changed: "This audit changed meanwhile. Look at it as it stands now.",
  many: "There are as many documents for this credit as it can keep. Remove one first.",
};

export default async function OwnAudit({
  params,
  searchParams,
}: PageProps<"/renewals/[renewalId]/audit">) {
  const [{ memberId }, settings] = await Promise.all([requireActor(), findSettings()]);
  const [{ renewalId }, { wrong, done }] = await Promise.all([params, searchParams]);
  const { timeZone, documentLimitMegabytes: limit } = settings;
  const today = todayIn(timeZone, new Date());
  const found = await findAuditOf(memberId, renewalId, today);
  if (!found) notFound();
  const audit = await withProofs(found, today);
  const { cycles, member } = audit.renewal;
  const isOpen = allows(audit.state, "bring") && member.retiredAt === null;
  const renewal = `${credentialsOf(cycles)} ${periodOf(cycles)}`;
  const missing = missingOf(audit).length;
  return (
    <>
      <Breadcrumbs
        steps={[
          MY_ACCOUNT,
          { label: "Renew your credential", href: renewalPath(renewalId) },
          { label: "Audit" },
        ]}
      />
      <PageHeading title={`Audit of ${renewal}`}>
        {`Your renewal was drawn at random on ${formatLongDay(todayIn(timeZone, audit.selection.drawnAt))}. ${settings.associationName} asks you to prove the credits that you reported for it.`}
      </PageHeading>
      {typeof wrong === "string" && Object.hasOwn(WRONG, wrong) ? (
        <div role="alert">
          <Notice tone="bad">{WRONG[wrong]}</Notice>
        </div>
      ) : null}
      <WhereItStands audit={audit} today={today} missing={missing} isOpen={isOpen} />
      {member.retiredAt ? <Notice tone="note">{REFUSAL_OF_RETIRED}</Notice> : null}
      <section aria-labelledby="credits-title" className="flex flex-col gap-4">
        <h2 id="credits-title">The credits that counted</h2>
        {audit.entries.length === 0 ? (
          <EmptyState title="No credit counts for it now">
            Your record was corrected since. Write in the note what you want to add.
          </EmptyState>
        ) : null}
        <ul className="flex flex-col divide-y divide-hairline border-y border-hairline empty:hidden">
          {audit.entries.map((each) => (
            <AuditedEntry
              key={each.entry.id}
              auditId={audit.id}
              proven={each}
              isOpen={isOpen}
              limit={limit}
            />
          ))}
        </ul>
        <OtherDocuments
          documents={audit.others}
          act={({ id, fileName, isLoose }) =>
            isOpen && isLoose ? (
              <TakeBackForm auditId={audit.id} documentId={id} fileName={fileName} />
            ) : null
          }
        />
        <p>
          <a className="words-link" href={auditPackPath(audit.id)}>
            Download everything as ZIP
          </a>
        </p>
      </section>
      <SendForm auditId={audit.id} version={audit.version} missing={missing} isOffered={isOpen} />
      <AuditTrail steps={audit.steps} timeZone={timeZone} />
      {done === "sent" ? (
        <Announce>Sent. We look at your documents and write to you.</Announce>
      ) : null}
      {done === "removed" ? <Announce>Removed.</Announce> : null}
    </>
  );
}
