import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Breadcrumbs } from "@/components/breadcrumbs";
import { CecFigures } from "@/components/cec-figures";
import { DataTable } from "@/components/data-table";
import { FactsList } from "@/components/facts-list";
import { Notice } from "@/components/notice";
import { PageHeading } from "@/components/page-heading";
import { Panel } from "@/components/panel";
import { TextLink } from "@/components/text-link";
import { adminRenewalsPath, auditPath, certificatePath, directoryPath } from "@/lib/addresses";
import { formatInstant, formatLongDay, todayIn } from "@/lib/calendar";
import { findAuditOf } from "@/lib/credit-audits/queries";
import { STATE_WORDS as AUDIT_WORDS } from "@/lib/credit-audits/rules";
import { printMoney } from "@/lib/credits/amount";
import { adjustmentOf } from "@/lib/invoice-changes/rules";
import { yearsOf } from "@/lib/invoices/rules";
import { listLateOf } from "@/lib/late-credentials/queries";
import { waitsForStaff } from "@/lib/late-credentials/rules";
import { fullName, REFUSAL_OF_OWN } from "@/lib/members/rules";
import { listRenewalActs } from "@/lib/renewal-lists/acts";
import { findAnyRenewal, type StandingRenewal, withStanding } from "@/lib/renewals/queries";
import { refusalOf, STATE_WORDS } from "@/lib/renewals/rules";
import { credentialsOf, listed, periodOf } from "@/lib/renewals/wording";
import { may } from "@/lib/roles/rules";
import { capital } from "@/lib/sentences";
import { requireRole } from "@/lib/session";
import { findSettings } from "@/lib/settings/queries";
import { WAIVER_REASONS } from "@/lib/waivers/wording";
import { InvoiceFacts } from "./invoice-facts";
import { InvoiceForm } from "./invoice-form";
import { LateForm } from "./late-form";
import { PaymentLinks } from "./payment-links";
import { WaiverForm } from "./waiver-form";

export const metadata: Metadata = { title: "Renewal" };

export default async function StaffRenewal({ params }: PageProps<"/admin/renewals/[renewalId]">) {
  const actor = await requireRole("follow renewals");
  const { renewalId } = await params;
  const [found, acts, { timeZone }] = await Promise.all([
    findAnyRenewal(renewalId),
    listRenewalActs(renewalId),
    findSettings(),
  ]);
  if (!found) notFound();
  const today = todayIn(timeZone, new Date());
  const [renewal, audit] = await Promise.all([
    withStanding(found, today),
    findAuditOf(found.memberId, found.id, today),
  ]);
  const { member, cycles, contactConfirmedAt, lapsesOn, certificate } = renewal;
  const isOwn = renewal.memberId === actor.memberId;
  const mayChange = !isOwn && may(actor, "change invoices");
  const late = mayChange && waitsForStaff(renewal) ? await listLateOf(renewal, today) : [];
  const choices = late.map(({ cycleId, cohort }) => {
    const fee = printMoney(cohort.terms.fee, renewal.invoice.currency);
    return { value: cycleId, label: `${cohort.code} ${yearsOf(cohort.renews)} renewal, ${fee}` };
  });
  return (
    <>
      <Breadcrumbs
        steps={[{ label: "Renewals", href: adminRenewalsPath() }, { label: fullName(member) }]}
      />
      <PageHeading title={`${credentialsOf(cycles)} ${periodOf(cycles)}, ${fullName(member)}`}>
        {STATE_WORDS[renewal.state]}. Due on {formatLongDay(renewal.dueOn)}.
      </PageHeading>
      <FactsList
        facts={[
          {
            name: "Member",
            fact: <TextLink href={directoryPath(renewal.memberId)}>{fullName(member)}</TextLink>,
          },
          {
            name: "Contact",
            fact: contactConfirmedAt
              ? `Confirmed ${formatInstant(contactConfirmedAt, timeZone)}`
              : "Not confirmed yet",
          },
          { name: "Lapses", fact: lapsesOn ? formatLongDay(lapsesOn) : "Never" },
          ...(certificate
            ? [
                {
                  name: "Certificate",
                  fact: (
                    <TextLink href={certificatePath(certificate.number)}>
                      {certificate.number}
                    </TextLink>
                  ),
                },
              ]
            : []),
          ...(audit
            ? [
                {
                  name: "Audit",
                  fact: <TextLink href={auditPath(audit.id)}>{AUDIT_WORDS[audit.state]}</TextLink>,
                },
              ]
            : []),
          ...renewal.waivers.map(({ part, kind, reason, grantedAt }) => ({
            name: part === "fee" ? "Fee waived" : "Credits waived",
            fact: `${WAIVER_REASONS[kind]}: ${reason} (${formatInstant(grantedAt, timeZone)})`,
          })),
        ]}
      />
      <Panel title={`Invoice ${renewal.invoice.number}`}>
        <InvoiceFacts renewal={renewal} today={today} />
      </Panel>
      {may(actor, "refund payments") ? (
        <PaymentLinks renewalId={renewal.id} zone={timeZone} />
      ) : null}
      <Panel title="CEC status">
        <CecFigures
          standing={renewal.standing}
          areCreditsWaived={renewal.areCreditsWaived}
          ledger={null}
        />
      </Panel>
      {isOwn ? <Notice tone="note">{REFUSAL_OF_OWN}</Notice> : null}
      <LateForm
        renewalId={renewal.id}
        title={
          late.length > 0 ? `${listed(late.map(({ cohort }) => cohort.code))} came later` : null
        }
        mayJoin={mayReplace(renewal)}
        late={choices}
      />
      {mayChange && mayReplace(renewal) ? (
        <Panel title="Change the invoice">
          <InvoiceForm
            renewalId={renewal.id}
            invoice={{ ...renewal.invoice, adjustment: adjustmentOf(renewal.invoice.lines) }}
            late={choices}
          />
        </Panel>
      ) : null}
      {!isOwn && may(actor, "waive renewals") && mayWaive(renewal) ? (
        <Panel title="Waive the fee or the credits">
          <WaiverForm renewalId={renewal.id} />
        </Panel>
      ) : null}
      <DataTable
        caption="What was done"
        rows={acts}
        rowKey={({ id }) => id}
        columns={[
          { key: "at", header: "When", cell: ({ at }) => formatInstant(at, timeZone) },
          {
            key: "act",
            header: "What",
            rowHeader: true,
            cell: ({ act }) => capital(act),
          },
          { key: "by", header: "By", cell: ({ by }) => by },
          {
            key: "note",
            header: "Note",
            cell: ({ note }) => (note ? <span className="wrap-anywhere">{note}</span> : null),
          },
        ]}
      />
    </>
  );
}

/** What is refused in this state is not offered. */
function mayReplace({ state, payment }: StandingRenewal): boolean {
  return payment === null && refusalOf(state, "replace invoice") === null;
}

function mayWaive({ state }: StandingRenewal): boolean {
  return (["waive fee", "waive credits"] as const).some((act) => refusalOf(state, act) === null);
}
