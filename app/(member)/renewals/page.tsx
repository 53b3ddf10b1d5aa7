import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { Breadcrumbs, MY_ACCOUNT } from "@/components/breadcrumbs";
import { AuditNotices } from "@/components/credit-audit-notice";
import { EmptyState } from "@/components/empty-state";
import { PageHeading } from "@/components/page-heading";
import { RenewalLinks } from "@/components/renewal-links";
import { RenewalsTable } from "@/components/renewals-table";
import { renewalPath } from "@/lib/addresses";
import { todayIn } from "@/lib/calendar";
import { listAuditsWith } from "@/lib/credit-audits/queries";
import { listRenewals } from "@/lib/renewals/queries";
import { requireActor } from "@/lib/session";
import { findSettings } from "@/lib/settings/queries";
import { listUpcoming } from "@/lib/upcoming-renewals/queries";
import { UpcomingRenewal } from "./upcoming-renewal";

export const metadata: Metadata = { title: "Renew your credential" };

export default async function RenewalsPage() {
  const [{ memberId }, settings] = await Promise.all([requireActor(), findSettings()]);
  const today = todayIn(settings.timeZone, new Date());
  const [renewals, upcoming, audits] = await Promise.all([
    listRenewals(memberId, today),
    listUpcoming(memberId, today),
    listAuditsWith(memberId, today),
  ]);
  const [only, ...others] = renewals;
  if (only && others.length === 0 && upcoming.length === 0) redirect(renewalPath(only.id));
  return (
    <>
      <Breadcrumbs steps={[MY_ACCOUNT, { label: "Renewals" }]} />
      <PageHeading title="Renew your credential">
        Open a renewal to see its four steps and what is left of each.
      </PageHeading>
      <AuditNotices audits={audits} today={today} />
      <RenewalLinks shortName={settings.shortName} />
      {renewals.length > 0 ? <RenewalsTable renewals={renewals} /> : null}
      {upcoming.map((renewal) => (
        <UpcomingRenewal
          key={`${renewal.dueOn} ${renewal.window.from} ${renewal.window.to}`}
          renewal={renewal}
          today={today}
        />
      ))}
      {renewals.length === 0 && upcoming.length === 0 ? (
        <EmptyState title="Nothing to renew">
          A credential that you hold appears here when the time to renew it has begun.
        </EmptyState>
      ) : null}
    </>
  );
}
