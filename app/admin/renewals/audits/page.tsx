import type { Metadata } from "next";
import { Breadcrumbs } from "@/components/breadcrumbs";
import { ButtonLink } from "@/components/button-link";
import { ChoiceFilters } from "@/components/choice-filters";
import { DataTable } from "@/components/data-table";
import { EmptyState } from "@/components/empty-state";
import { PageHeading } from "@/components/page-heading";
import { Pager } from "@/components/pager";
import { TextLink } from "@/components/text-link";
import {
  adminRenewalsPath,
  auditPath,
  auditsPath,
  drawPath,
  selectionPath,
  selectionsPath,
} from "@/lib/addresses";
import { formatLongDay, todayIn } from "@/lib/calendar";
import { listAudits } from "@/lib/credit-audit-lists/queries";
import { clockWords, DAYS_TO_ANSWER, STATE_WORDS, STATES } from "@/lib/credit-audits/rules";
import { auditsListSchema } from "@/lib/credit-audits/schema";
import { fullName } from "@/lib/members/rules";
import { printAfter } from "@/lib/page-after";
import { credentialsOf, periodOf } from "@/lib/renewals/wording";
import { requireRole } from "@/lib/session";
import { findSettings } from "@/lib/settings/queries";

export const metadata: Metadata = { title: "Audits" };

export default async function Audits({ searchParams }: PageProps<"/admin/renewals/audits">) {
  await requireRole("follow renewals");
  const wanted = auditsListSchema.parse(await searchParams);
  const { state, draw, after } = wanted;
  const { timeZone } = await findSettings();
  const today = todayIn(timeZone, new Date());
  const { audits, next } = await listAudits(wanted, today);
  return (
    <>
      <Breadcrumbs
        steps={[{ label: "Renewals", href: adminRenewalsPath() }, { label: "Audits" }]}
      />
      <PageHeading title="Audits">
        Renewals that were drawn at random, and what proves their credits.
      </PageHeading>
      <div className="flex flex-wrap items-center gap-4">
        <ButtonLink href={drawPath()} variant="primary">
          Draw renewals to audit
        </ButtonLink>
        <TextLink href={selectionsPath()}>Draws so far</TextLink>
      </div>
      <ChoiceFilters
        action={auditsPath()}
        clear={state || draw ? auditsPath() : undefined}
        filters={[
          {
            name: "state",
            label: "State",
            chosen: state ?? "",
            choices: STATES.map((value) => ({ value, label: STATE_WORDS[value] })),
          },
        ]}
      />
      {draw ? (
        <p>
          Of <TextLink href={selectionPath(draw)}>one draw</TextLink> alone.
        </p>
      ) : null}
      {audits.length === 0 ? (
        <EmptyState title="No audits here">
          {state || draw
            ? "No audit is like that. Clear the filters to see all of them."
            : `Draw renewals to begin: their members have ${DAYS_TO_ANSWER} days to answer.`}
        </EmptyState>
      ) : (
        <DataTable
          caption="Audits"
          captionHidden
          rows={audits}
          rowKey={({ id }) => id}
          columns={[
            {
              key: "member",
              header: "Member",
              rowHeader: true,
              cell: ({ id, renewal: { member } }) => (
                <TextLink href={auditPath(id)}>
                  {member.memberNumber
                    ? `${fullName(member)} (${member.memberNumber})`
                    : fullName(member)}
                </TextLink>
              ),
            },
            {
              key: "renewal",
              header: "Renewal",
              cell: ({ renewal: { cycles } }) => `${credentialsOf(cycles)} ${periodOf(cycles)}`,
            },
            { key: "state", header: "State", cell: (row) => STATE_WORDS[row.state] },
            { key: "due", header: "Documents due", cell: ({ dueOn }) => formatLongDay(dueOn) },
            {
              key: "clock",
              header: "Clock",
              cell: (row) =>
                row.state === "open" || row.state === "overdue"
                  ? clockWords(row.dueOn, today)
                  : null,
            },
          ]}
        />
      )}
      <Pager
        newer={after ? auditsPath({ state, draw }) : undefined}
        older={next ? auditsPath({ state, draw, after: printAfter(next) }) : undefined}
        labels={{ newer: "First page", older: "More" }}
      />
    </>
  );
}
