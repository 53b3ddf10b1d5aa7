import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { Breadcrumbs, MY_ACCOUNT } from "@/components/breadcrumbs";
import { EffectPanel } from "@/components/effect-panel";
import { FactsList } from "@/components/facts-list";
import { PageHeading } from "@/components/page-heading";
import { reportPath } from "@/lib/addresses";
import { formatDay } from "@/lib/calendar";
import { printCredits } from "@/lib/credits/amount";
import { findDraftToConfirm } from "@/lib/report-forms/queries";
import { requireActor } from "@/lib/session";
import { findSettings } from "@/lib/settings/queries";
import { ConfirmForm } from "./confirm-form";

export const metadata: Metadata = { title: "Check your report" };

/** The last look for those without JavaScript: what will be saved, and what it will count. */
export default async function ConfirmReport({ searchParams }: PageProps<"/cecs/report/confirm">) {
  const { memberId } = await requireActor();
  const { draft } = await searchParams;
  const [found, { shortName }] = await Promise.all([
    findDraftToConfirm(memberId, typeof draft === "string" ? draft : "", new Date()),
    findSettings(),
  ]);
  if (!found) notFound();
  const back = reportPath({ draft: found.id });
  if (!found.ready) redirect(back);
  const { report, credits, provider, documents, preview } = found.ready;
  return (
    <>
      <Breadcrumbs
        steps={[
          MY_ACCOUNT,
          { label: "CEC Dashboard", href: "/cecs" },
          { label: "Report CECs", href: back },
          { label: "Check" },
        ]}
      />
      <PageHeading title="Check your report">
        This is what will be saved. Nothing is on your record yet.
      </PageHeading>
      <FactsList
        facts={[
          { name: "Date Earned", fact: formatDay(report.earnedOn) },
          { name: "Format", fact: report.format },
          { name: "CECs Earned", fact: printCredits(credits) },
          { name: "Credit Type", fact: report.creditType },
          {
            name: `${shortName} Education Provider Program Course Number`,
            fact: report.courseNumber || "None",
          },
          { name: "Provider/Organization", fact: provider.name },
          { name: "Course Name", fact: report.title },
          {
            name: "Documents",
            fact: documents.map(({ fileName }) => fileName).join(", ") || "None",
          },
        ]}
      />
      <EffectPanel preview={preview} />
      <ConfirmForm fields={found.fields} back={back} />
    </>
  );
}
