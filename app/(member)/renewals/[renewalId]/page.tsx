import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Breadcrumbs, MY_ACCOUNT } from "@/components/breadcrumbs";
import { CecFigures } from "@/components/cec-figures";
import { AuditNotices } from "@/components/credit-audit-notice";
import { FactsList } from "@/components/facts-list";
import { Notice } from "@/components/notice";
import { PageHeading } from "@/components/page-heading";
import { RenewalLinks } from "@/components/renewal-links";
import { Step, StepList } from "@/components/step-list";
import { TextLink } from "@/components/text-link";
import { certificatePath, ownAuditPath, renewalLedgerPath } from "@/lib/addresses";
import { findBatch } from "@/lib/batches/queries";
import { formatDays, formatLongDay, todayIn } from "@/lib/calendar";
import { findAuditOf } from "@/lib/credit-audits/queries";
import { STATE_WORDS as AUDIT_WORDS, allows } from "@/lib/credit-audits/rules";
import { printBriefly } from "@/lib/credits/amount";
import { amountDueOn } from "@/lib/invoices/rules";
import { findContact } from "@/lib/members/queries";
import { listPayments } from "@/lib/payments/queries";
import { findRenewal, withStanding } from "@/lib/renewals/queries";
import { credentialsOf, leftWords, periodOf } from "@/lib/renewals/wording";
import { requireActor } from "@/lib/session";
import { findSettings } from "@/lib/settings/queries";
import { ContactStep } from "./contact-step";
import { PaymentStep } from "./payment-step";
import { progressOf, statesOf } from "./steps";
import { SubmissionStep } from "./submission-step";

export const metadata: Metadata = { title: "Renew your credential" };

export default async function RenewalPage({
  params,
  searchParams,
}: PageProps<"/renewals/[renewalId]">) {
  const [{ memberId }, settings] = await Promise.all([requireActor(), findSettings()]);
  const { renewalId } = await params;
  const found = await findRenewal(memberId, renewalId);
  if (!found) notFound();
  const today = todayIn(settings.timeZone, new Date());
  const [renewal, batch, payments, contact, audit] = await Promise.all([
    withStanding(found, today),
    findBatch(found, today),
    listPayments(renewalId),
    findContact(memberId),
    findAuditOf(memberId, renewalId, today),
  ]);
  const { standing, state, invoice } = renewal;
  const due = amountDueOn({ ...invoice, ...renewal }, today);
  const { currency } = invoice;
  const left = { ...renewal, due: due.total, currency, outstanding: standing.outstanding };
  const reads = state === "renewed" || state === "lapsed" || renewal.member.retiredAt !== null;
  const { payment: came } = await searchParams;
  const steps = statesOf(progressOf(renewal, batch, payments, came), reads);
  const required = `${printBriefly(standing.counted)} of ${printBriefly(standing.required)}`;
  const inNetwork = standing.minimum
    ? `, in-network ${printBriefly(standing.minimum.counted)} of ${printBriefly(standing.minimum.credits)}`
    : "";
  return (
    <>
      <Breadcrumbs
        steps={[
          MY_ACCOUNT,
          { label: "Renewals", href: "/renewals" },
          { label: `${credentialsOf(renewal.cycles)} ${periodOf(renewal.cycles)}` },
        ]}
      />
      <PageHeading title="Renew your credential">{leftWords(left, today)}</PageHeading>
      {audit && allows(audit.state, "send") && renewal.member.retiredAt === null ? (
        <AuditNotices audits={[audit]} today={today} />
      ) : null}
      {renewal.certificate && state === "renewed" ? (
        <Notice tone="good">
          Renewed.{" "}
          <TextLink href={certificatePath(renewal.certificate.number)}>
            View your renewal certificate
          </TextLink>
        </Notice>
      ) : null}
      <FactsList
        facts={[
          { name: "Credentials", fact: credentialsOf(renewal.cycles) },
          {
            name: "Renewed for",
            fact: renewal.cycles
              .map(({ renews }) => formatDays(renews.startsOn, renews.endsOn))
              .filter((period, place, all) => all.indexOf(period) === place)
              .join("; "),
          },
          { name: "Due", fact: formatLongDay(renewal.dueOn) },
          { name: "Invoice", fact: `Number ${invoice.number}` },
          ...(audit
            ? [
                {
                  name: "Audit",
                  fact: (
                    <TextLink href={ownAuditPath(renewalId)}>{AUDIT_WORDS[audit.state]}</TextLink>
                  ),
                },
              ]
            : []),
        ]}
      />
      <RenewalLinks shortName={settings.shortName} />
      <StepList>
        <ContactStep
          renewal={renewal}
          state={steps.contact}
          contact={contact}
          reads={reads}
          zone={settings.timeZone}
        />
        <PaymentStep
          renewal={renewal}
          state={steps.payment}
          payments={payments}
          due={due}
          today={today}
          reads={reads}
          came={came}
        />
        <Step
          number={3}
          title="Check your CEC Status"
          state={steps.status}
          says={`${required}${inNetwork}`}
        >
          <CecFigures
            standing={standing}
            areCreditsWaived={renewal.areCreditsWaived}
            ledger={(of) => renewalLedgerPath(renewal.id, { of })}
          />
        </Step>
        <SubmissionStep
          renewal={renewal}
          state={steps.submission}
          // The step before it only says what is missing; here it is brought.
          isNext={steps.status === "next" || steps.submission === "next"}
          batch={batch}
          reads={reads}
        />
      </StepList>
    </>
  );
}
