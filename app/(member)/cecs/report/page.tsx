import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Breadcrumbs, MY_ACCOUNT } from "@/components/breadcrumbs";
import { EmptyState } from "@/components/empty-state";
import { PageHeading } from "@/components/page-heading";
import { todayIn } from "@/lib/calendar";
import { findReportStart } from "@/lib/report-forms/queries";
import { NO_ACTIVE_CYCLE } from "@/lib/reports/dates";
import { listActiveWindows, listReportChoices } from "@/lib/reports/queries";
import { requireActor } from "@/lib/session";
import { findSettings } from "@/lib/settings/queries";
import { ReportForm } from "./report-form";

export const metadata: Metadata = { title: "Report CECs" };

export default async function ReportCecs({ searchParams }: PageProps<"/cecs/report">) {
  const { memberId } = await requireActor();
  const { draft, again } = await searchParams;
  const now = new Date();
  const asked = { draft: single(draft), again: single(again) };
  const start = await findReportStart(memberId, asked, now);
  if (!start) notFound();
  const [windows, choices, settings] = await Promise.all([
    listActiveWindows(memberId, now),
    listReportChoices(start.start.values?.provider),
    findSettings(),
  ]);
  return (
    <>
      <Breadcrumbs
        steps={[MY_ACCOUNT, { label: "CEC Dashboard", href: "/cecs" }, { label: "Report CECs" }]}
      />
      <PageHeading title="Report CECs">
        Report credit that you earned elsewhere. Check that the date earned falls within your active
        cycle.
      </PageHeading>
      {windows.length === 0 ? (
        <EmptyState title="Nothing to report for">{NO_ACTIVE_CYCLE}</EmptyState>
      ) : (
        <ReportForm
          {...start}
          choices={choices}
          windows={windows}
          today={todayIn(settings.timeZone, now)}
          shortName={settings.shortName}
          limitMegabytes={settings.documentLimitMegabytes}
          factors={settings}
        />
      )}
    </>
  );
}

function single(value: string | string[] | undefined): string | null {
  return typeof value === "string" ? value : null;
}
