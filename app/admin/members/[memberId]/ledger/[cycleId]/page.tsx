import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Breadcrumbs } from "@/components/breadcrumbs";
import { CycleFacts } from "@/components/cycle-facts";
import { LedgerTable } from "@/components/ledger-table";
import { PageHeading } from "@/components/page-heading";
import { directoryPath, directorySearchPath } from "@/lib/addresses";
import { findAllocation } from "@/lib/allocations/queries";
import { formatDays, todayIn } from "@/lib/calendar";
import { findDirectoryMember } from "@/lib/directory/queries";
import { isId } from "@/lib/ids";
import { fullName } from "@/lib/members/rules";
import { requireRole } from "@/lib/session";
import { findSettings } from "@/lib/settings/queries";

export const metadata: Metadata = { title: "What counts and why" };

/** The member's own ledger of a cycle, for staff. */
export default async function MemberLedger({
  params,
}: PageProps<"/admin/members/[memberId]/ledger/[cycleId]">) {
  await requireRole("keep members");
  const [{ memberId, cycleId }, { timeZone }] = await Promise.all([params, findSettings()]);
  const today = todayIn(timeZone, new Date());
  const member = await findDirectoryMember(memberId);
  const standing = member && isId(cycleId) ? await findAllocation(memberId, cycleId, today) : null;
  if (!member || !standing) notFound();
  const { cycle, lines } = standing;
  return (
    <>
      <Breadcrumbs
        steps={[
          { label: "Members", href: directorySearchPath() },
          { label: fullName(member), href: directoryPath(member.id) },
          { label: cycle.called.code },
        ]}
      />
      <PageHeading title={`What counts for ${cycle.called.code}`}>
        {cycle.called.name}, {formatDays(cycle.startsOn, cycle.endsOn)}.
      </PageHeading>
      <CycleFacts standing={standing} today={today} />
      <LedgerTable lines={lines} found={lines} isLast />
    </>
  );
}
