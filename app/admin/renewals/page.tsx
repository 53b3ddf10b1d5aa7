import type { Metadata } from "next";
import { DataTable } from "@/components/data-table";
import { EmptyState } from "@/components/empty-state";
import { Field } from "@/components/field";
import { FilterBar } from "@/components/filter-bar";
import { LeftOut } from "@/components/left-out";
import { MoreRows } from "@/components/more-rows";
import { PageHeading } from "@/components/page-heading";
import { Pager } from "@/components/pager";
import { SelectField } from "@/components/select-field";
import { TextLink } from "@/components/text-link";
import { adminRenewalPath, adminRenewalsPath, auditsPath } from "@/lib/addresses";
import { formatLongDay, todayIn } from "@/lib/calendar";
import { printBriefly } from "@/lib/credits/amount";
import { fullName } from "@/lib/members/rules";
import { printAfter } from "@/lib/page-after";
import {
  listDueDates,
  listLateCredentials,
  listRenewalsInState,
} from "@/lib/renewal-lists/queries";
import { STATE_WORDS, STATES } from "@/lib/renewals/rules";
import { renewalsListSchema } from "@/lib/renewals/schema";
import { credentialsOf, periodOf } from "@/lib/renewals/wording";
import { requireRole } from "@/lib/session";
import { findSettings } from "@/lib/settings/queries";
import { findWaiting } from "@/lib/waiting/queries";

export const metadata: Metadata = { title: "Renewals" };

const ALL = { value: "", label: "All" };

export default async function Renewals({ searchParams }: PageProps<"/admin/renewals">) {
  await requireRole("follow renewals");
  const search = await searchParams;
  const wanted = renewalsListSchema.parse(search);
  const { timeZone } = await findSettings();
  const today = todayIn(timeZone, new Date());
  const [{ renewals, next }, dates, late, { audits }] = await Promise.all([
    listRenewalsInState(wanted, today),
    listDueDates(),
    listLateCredentials(today),
    findWaiting(),
  ]);
  const { q, state, due, sort, after } = wanted;
  return (
    <>
      <PageHeading title="Renewals">Who stands where.</PageHeading>
      <p>
        <TextLink href={auditsPath(audits > 0 ? { state: "answered" } : {})}>
          {audits > 0 ? `Audits (${audits} answered)` : "Audits"}
        </TextLink>
      </p>
      <FilterBar
        action={adminRenewalsPath()}
        clear={q || state || due ? adminRenewalsPath({ sort }) : undefined}
        sort={sort}
      >
        <Field
          name="q"
          type="search"
          label="Member"
          placeholder="Name, number or email"
          defaultValue={q}
        />
        <SelectField
          name="state"
          label="State"
          defaultValue={state ?? ""}
          options={[ALL, ...STATES.map((value) => ({ value, label: STATE_WORDS[value] }))]}
        />
        <SelectField
          name="due"
          label="Due"
          defaultValue={due ?? ""}
          options={[ALL, ...dates.map((value) => ({ value, label: formatLongDay(value) }))]}
        />
      </FilterBar>
      <LeftOut schema={renewalsListSchema} search={search} />
      {renewals.length === 0 && !next ? (
        <EmptyState title="No renewals here">
          A renewal begins when its invoice is issued. Choose other filters to see others.
        </EmptyState>
      ) : (
        <DataTable
          caption="Renewals"
          captionHidden
          rows={renewals}
          rowKey={({ id }) => id}
          sorting={{
            is: sort ?? "latest",
            path: (to) => adminRenewalsPath({ q, state, due, sort: to }),
          }}
          columns={[
            {
              key: "member",
              header: "Member",
              rowHeader: true,
              sort: { up: "name", down: "name-back" },
              cell: ({ id, member }) => (
                <TextLink href={adminRenewalPath(id)}>
                  {member.memberNumber
                    ? `${fullName(member)} (${member.memberNumber})`
                    : fullName(member)}
                </TextLink>
              ),
            },
            {
              key: "credentials",
              header: "Credentials",
              cell: ({ cycles }) => `${credentialsOf(cycles)} ${periodOf(cycles)}`,
            },
            {
              key: "due",
              header: "Due",
              sort: { up: "soonest", down: "latest" },
              cell: ({ dueOn }) => formatLongDay(dueOn),
            },
            { key: "state", header: "State", cell: (row) => STATE_WORDS[row.state] },
            {
              key: "contact",
              header: "Contact",
              cell: ({ contactConfirmedAt }) => (contactConfirmedAt ? "Confirmed" : "To confirm"),
            },
            {
              key: "credits",
              header: "CECs",
              align: "end",
              cell: ({ standing: { counted, required } }) =>
                `${printBriefly(counted)} of ${printBriefly(required)}`,
            },
          ]}
        />
      )}
      <Pager
        newer={after ? adminRenewalsPath({ q, state, due, sort }) : undefined}
        older={
          next ? adminRenewalsPath({ q, state, due, sort, after: printAfter(next) }) : undefined
        }
        labels={{ newer: "First page", older: "More" }}
      />
      {late.shown.length > 0 ? (
        <>
          <DataTable
            caption="Credentials that came after their renewal was paid, waived or changed"
            rows={late.shown}
            rowKey={({ cycleId }) => cycleId}
            columns={[
              {
                key: "member",
                header: "Member",
                rowHeader: true,
                cell: ({ renewalId, member }) => (
                  <TextLink href={adminRenewalPath(renewalId)}>{member}</TextLink>
                ),
              },
              { key: "code", header: "Credential", cell: ({ code }) => code },
            ]}
          />
          <MoreRows more={late.more} />
        </>
      ) : null}
    </>
  );
}
