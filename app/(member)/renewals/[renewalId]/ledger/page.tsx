import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Breadcrumbs, MY_ACCOUNT } from "@/components/breadcrumbs";
import { CecFigures } from "@/components/cec-figures";
import { LedgerFilter } from "@/components/ledger-filter";
import { LedgerTable } from "@/components/ledger-table";
import { PageHeading } from "@/components/page-heading";
import { Pager } from "@/components/pager";
import { renewalLedgerPath, renewalPath } from "@/lib/addresses";
import { todayIn } from "@/lib/calendar";
import { pageOf } from "@/lib/dashboard/paging";
import { findRenewal, withStanding } from "@/lib/renewals/queries";
import { renewalLedgerSchema } from "@/lib/renewals/schema";
import { linesOf } from "@/lib/renewals/standing";
import { credentialsOf, periodOf } from "@/lib/renewals/wording";
import { requireActor } from "@/lib/session";
import { findSettings } from "@/lib/settings/queries";

const ROWS_A_PAGE = 50;

export const metadata: Metadata = { title: "What counts for your renewal" };

export default async function RenewalLedger({
  params,
  searchParams,
}: PageProps<"/renewals/[renewalId]/ledger">) {
  const [{ memberId }, settings] = await Promise.all([requireActor(), findSettings()]);
  const { renewalId } = await params;
  const { of, ...place } = renewalLedgerSchema.parse(await searchParams);
  const found = await findRenewal(memberId, renewalId);
  if (!found) notFound();
  const renewal = await withStanding(found, todayIn(settings.timeZone, new Date()));
  const { standing, cycles, areCreditsWaived } = renewal;
  const credentials = credentialsOf(cycles);
  const lines = linesOf(standing, of);
  const { page, hasBefore, hasAfter } = pageOf(lines, place, {
    size: ROWS_A_PAGE,
    idOf: ({ entryId }) => entryId,
  });
  const beside = (towards: { after?: string; before?: string }) =>
    renewalLedgerPath(renewalId, { of, ...towards });
  return (
    <>
      <Breadcrumbs
        steps={[
          MY_ACCOUNT,
          { label: "Renew your credential", href: renewalPath(renewalId) },
          { label: "CEC status" },
        ]}
      />
      <PageHeading title={`What counts for ${credentials} ${periodOf(cycles)}`}>
        Credits count in the order of the date earned, under the rules of all credentials that renew
        together.
      </PageHeading>
      <CecFigures
        standing={standing}
        areCreditsWaived={areCreditsWaived}
        ledger={(figure) => renewalLedgerPath(renewalId, { of: figure })}
      />
      <section aria-labelledby="ledger-title" className="flex flex-col gap-4">
        <h2 id="ledger-title">Every credit</h2>
        <LedgerFilter
          standing={standing}
          of={of}
          hrefOf={(choice) => renewalLedgerPath(renewalId, { of: choice })}
        />
        <LedgerTable lines={page} isLast={!hasAfter} found={lines} />
        <Pager
          labels={{ newer: "Previous", older: "Next" }}
          newer={hasBefore ? beside({ before: page.at(0)?.entryId }) : undefined}
          older={hasAfter ? beside({ after: page.at(-1)?.entryId }) : undefined}
        />
      </section>
    </>
  );
}
