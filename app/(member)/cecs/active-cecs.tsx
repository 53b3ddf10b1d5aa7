import { Plus } from "lucide-react";
import { ButtonLink } from "@/components/button-link";
import { CreditLedger } from "@/components/credit-ledger";
import { EmptyState } from "@/components/empty-state";
import { Pager } from "@/components/pager";
import { TextLink } from "@/components/text-link";
import type { Day } from "@/lib/calendar";
import { pageOf } from "@/lib/dashboard/paging";
import { filterEntries, linesByEntry, type Standing, sortEntries } from "@/lib/dashboard/rules";
import type { DashboardAddress } from "@/lib/dashboard/schema";
import { maximaSentences, moveNotice } from "@/lib/dashboard/wording";
import type { StandingEntry } from "@/lib/entries/rules";
import { dashboardPath } from "./dashboard-address";
import { EntryFilter } from "./entry-filter";
import { ledgerRow } from "./ledger-row";

const ROWS_A_PAGE = 25;

/** The tile of the member's credit: notices, filter, and the entries with what each counts for. */
export function ActiveCecs({
  entries,
  active,
  address,
  moved,
}: {
  entries: readonly StandingEntry[];
  active: readonly Standing[];
  address: DashboardAddress;
  moved: { moveOn: Day | null; shortName: string };
}) {
  const { after, before, ...filters } = address;
  const { certification, format, year, standing, sort } = filters;
  const lines = linesByEntry(
    certification ? active.filter(({ cycle }) => cycle.id === certification) : active,
  );
  const found = sortEntries(filterEntries(entries, { format, year, standing }, lines), sort);
  const { page, start, hasBefore, hasAfter } = pageOf(
    found,
    { after, before },
    { size: ROWS_A_PAGE, idOf: ({ id }) => id },
  );
  const notices = [
    moveNotice(entries, moved),
    ...maximaSentences(active.map(({ cycle }) => cycle)),
  ].filter(Boolean);
  return (
    <section
      id="active-cecs"
      aria-labelledby="active-cecs-title"
      className="flex flex-col gap-6 rounded-soft border border-hairline bg-surface p-4 sm:p-6"
    >
      <div className="flex flex-wrap items-center justify-between gap-4">
        <h2 id="active-cecs-title">Active CECs</h2>
        <div className="flex flex-wrap items-center gap-x-6 gap-y-3">
          {entries.length > 0 ? <TextLink href="/cecs/transcript">Transcript</TextLink> : null}
          <ButtonLink href="/cecs/report" variant="primary">
            <Plus aria-hidden="true" className="size-5" />
            Report CECs
          </ButtonLink>
        </div>
      </div>
      {notices.length > 0 ? (
        <div className="measure flex flex-col gap-2 text-body text-muted">
          {notices.map((notice) => (
            <p key={notice}>{notice}</p>
          ))}
        </div>
      ) : null}
      {entries.length === 0 ? (
        <EmptyState title="No credit yet">
          Report what you earned. Credit of events that you claim, and of classes that providers
          post, appears here by itself.
        </EmptyState>
      ) : (
        <>
          <EntryFilter entries={entries} active={active} lines={lines} address={filters} />
          {found.length === 0 ? (
            <EmptyState title="No credit matches these filters">
              Choose others, or clear them.
            </EmptyState>
          ) : (
            <>
              <p className="-mb-3 text-body text-muted tabular-nums">
                {countWords({ start, shown: page.length, found: found.length })}
              </p>
              <CreditLedger
                caption="Your credit"
                rows={page.map((entry) => ledgerRow(entry, lines.get(entry.id) ?? []))}
              />
            </>
          )}
          <Pager
            labels={{ newer: "Previous", older: "Next" }}
            newer={hasBefore ? dashboardPath({ ...filters, before: page.at(0)?.id }) : undefined}
            older={hasAfter ? dashboardPath({ ...filters, after: page.at(-1)?.id }) : undefined}
          />
        </>
      )}
    </section>
  );
}

function countWords({ start, shown, found }: { start: number; shown: number; found: number }) {
  if (shown === found) return found === 1 ? "1 entry" : `${found} entries`;
  return `${start + 1}–${start + shown} of ${found} entries`;
}
