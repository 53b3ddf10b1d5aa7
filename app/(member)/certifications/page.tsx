import type { Metadata } from "next";
import { Breadcrumbs, MY_ACCOUNT } from "@/components/breadcrumbs";
import { DataTable } from "@/components/data-table";
import { EmptyState } from "@/components/empty-state";
import { PageHeading } from "@/components/page-heading";
import { TextLink } from "@/components/text-link";
import { ledgerPath } from "@/lib/addresses";
import { findStandings } from "@/lib/allocations/queries";
import { formatDays, todayIn } from "@/lib/calendar";
import { briefDay, reachedWords } from "@/lib/dashboard/wording";
import { requireActor } from "@/lib/session";
import { findSettings } from "@/lib/settings/queries";
import { CycleStateMark } from "./cycle-state";

export const metadata: Metadata = { title: "My Certifications" };

export default async function MyCertifications() {
  const [{ memberId }, settings] = await Promise.all([requireActor(), findSettings()]);
  const today = todayIn(settings.timeZone, new Date());
  const { standings } = await findStandings(memberId, "all", today);
  const programs = [...new Set(standings.map(({ cycle }) => cycle.programCode))];
  return (
    <>
      <Breadcrumbs steps={[MY_ACCOUNT, { label: "My Certifications" }]} />
      <PageHeading title="My Certifications">
        What you hold, its cycles, and when each renewal is due.
      </PageHeading>
      {programs.length === 0 ? (
        <EmptyState title="No certifications yet">
          <p>
            A certification appears here when the association enters it. If one is missing, write to{" "}
            <a href={`mailto:${settings.membershipEmail}`} className="words-link">
              {settings.membershipEmail}
            </a>
            .
          </p>
        </EmptyState>
      ) : null}
      {programs.map((programCode) => {
        const held = standings.filter(({ cycle }) => cycle.programCode === programCode);
        const latest = held[0]?.cycle.called;
        return (
          <section key={programCode} className="flex flex-col gap-3">
            <h2>
              {latest?.code}
              <span className="ms-3 text-lead font-normal text-muted">{latest?.name}</span>
            </h2>
            <DataTable
              caption={`Cycles of ${latest?.code}`}
              captionHidden
              rows={held}
              rowKey={({ cycle }) => cycle.id}
              columns={[
                {
                  key: "cycle",
                  header: "Cycle",
                  rowHeader: true,
                  cell: ({ cycle }) => (
                    <>
                      {formatDays(cycle.startsOn, cycle.endsOn)}
                      {cycle.called.code === latest?.code ? null : (
                        <span className="block font-normal text-muted">as {cycle.called.code}</span>
                      )}
                    </>
                  ),
                },
                {
                  key: "state",
                  header: "State",
                  cell: ({ cycle }) => <CycleStateMark state={cycle.state} />,
                },
                {
                  key: "window",
                  header: "Credit earned",
                  cell: ({ window }) => formatDays(window.from, window.to),
                },
                { key: "due", header: "Due", cell: ({ cycle }) => briefDay(cycle.dueOn) },
                {
                  key: "lapses",
                  header: "Lapses",
                  cell: ({ cycle }) =>
                    cycle.renewedAt || !cycle.lapsesOn ? null : briefDay(cycle.lapsesOn),
                },
                {
                  key: "credits",
                  header: "CECs",
                  cell: (standing) => (
                    <TextLink href={ledgerPath(standing.cycle.id)}>
                      {reachedWords(standing)}
                      <span className="sr-only"> CECs: what counts and why</span>
                    </TextLink>
                  ),
                },
              ]}
            />
          </section>
        );
      })}
    </>
  );
}
