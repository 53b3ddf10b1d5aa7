import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Breadcrumbs, MY_ACCOUNT } from "@/components/breadcrumbs";
import { CycleFacts } from "@/components/cycle-facts";
import { LedgerTable } from "@/components/ledger-table";
import { PageHeading } from "@/components/page-heading";
import { Pager } from "@/components/pager";
import { ledgerPath } from "@/lib/addresses";
import { findAllocation } from "@/lib/allocations/queries";
import { formatDays, todayIn } from "@/lib/calendar";
import { pageOf } from "@/lib/dashboard/paging";
import { ledgerSchema } from "@/lib/dashboard/schema";
import { isId } from "@/lib/ids";
import { requireActor } from "@/lib/session";
import { findSettings } from "@/lib/settings/queries";
import { ReasonLinks } from "./reason-links";

const ROWS_A_PAGE = 50;

export const metadata: Metadata = { title: "What counts and why" };

export default async function CycleLedger({
  params,
  searchParams,
}: PageProps<"/cecs/ledger/[cycleId]">) {
  const [{ memberId }, settings] = await Promise.all([requireActor(), findSettings()]);
  const { cycleId } = await params;
  const { reason, ...place } = ledgerSchema.parse(await searchParams);
  const today = todayIn(settings.timeZone, new Date());
  const standing = isId(cycleId) ? await findAllocation(memberId, cycleId, today) : null;
  if (!standing) notFound();
  const { cycle } = standing;
  const found = standing.lines.filter((line) => !reason || line.reason === reason);
  const { page, hasBefore, hasAfter } = pageOf(found, place, {
    size: ROWS_A_PAGE,
    idOf: ({ entryId }) => entryId,
  });
  const beside = (towards: { after?: string; before?: string }) =>
    ledgerPath(cycle.id, { reason, ...towards });
  return (
    <>
      <Breadcrumbs
        steps={[
          MY_ACCOUNT,
          { label: "CEC Dashboard", href: "/cecs" },
          { label: cycle.called.code },
        ]}
      />
      <PageHeading title={`What counts for ${cycle.called.code}`}>
        {cycle.called.name}, {formatDays(cycle.startsOn, cycle.endsOn)}. Credits count in the order
        of the date earned.
      </PageHeading>
      <CycleFacts standing={standing} today={today} />
      <section aria-labelledby="ledger-title" className="flex flex-col gap-4">
        <h2 id="ledger-title">Every credit</h2>
        <ReasonLinks standing={standing} reason={reason} />
        <LedgerTable lines={page} isLast={!hasAfter} found={found} />
        <Pager
          labels={{ newer: "Previous", older: "Next" }}
          newer={hasBefore ? beside({ before: page.at(0)?.entryId }) : undefined}
          older={hasAfter ? beside({ after: page.at(-1)?.entryId }) : undefined}
        />
      </section>
    </>
  );
}
