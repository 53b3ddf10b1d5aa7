import type { Metadata } from "next";
import { Breadcrumbs, MY_ACCOUNT } from "@/components/breadcrumbs";
import { CreditChart } from "@/components/credit-chart";
import { CycleGauge } from "@/components/cycle-gauge";
import { EmptyState } from "@/components/empty-state";
import { PageHeading } from "@/components/page-heading";
import { Panel } from "@/components/panel";
import { TextLink } from "@/components/text-link";
import { findStandings } from "@/lib/allocations/queries";
import { todayIn } from "@/lib/calendar";
import { creditByYear } from "@/lib/dashboard/by-year";
import { dashboardSchema } from "@/lib/dashboard/schema";
import { requireActor } from "@/lib/session";
import { findSettings } from "@/lib/settings/queries";
import { ActiveCecs } from "./active-cecs";
import { gaugeFacts } from "./gauge-facts";

export const metadata: Metadata = { title: "CEC Dashboard" };

export default async function CecDashboard({ searchParams }: PageProps<"/cecs">) {
  const [{ memberId }, settings] = await Promise.all([requireActor(), findSettings()]);
  const today = todayIn(settings.timeZone, new Date());
  const address = dashboardSchema.parse(await searchParams);
  const { entries, standings } = await findStandings(memberId, "active", today);
  const byYear = creditByYear(entries);
  return (
    <>
      <Breadcrumbs steps={[MY_ACCOUNT, { label: "CEC Dashboard" }]} />
      <PageHeading title="CEC Dashboard">
        How far along each certification is, and why each credit counts or does not.
      </PageHeading>
      {standings.length === 0 ? (
        <EmptyState title="No active certification">
          <p>
            Credit that you report is kept on your record. It counts once you hold a certification
            whose dates it falls in.
          </p>
          <TextLink href="/certifications">View My Certifications</TextLink>
        </EmptyState>
      ) : (
        <ul className="grid gap-4 sm:grid-cols-2 lg:grid-cols-3">
          {standings.map((standing) => (
            <CycleGauge key={standing.cycle.id} cycle={gaugeFacts(standing, today)} />
          ))}
        </ul>
      )}
      <ActiveCecs entries={entries} active={standings} address={address} moved={settings} />
      {byYear.years.length > 0 ? (
        <Panel title="Credit by year and format">
          <CreditChart {...byYear} />
        </Panel>
      ) : null}
    </>
  );
}
