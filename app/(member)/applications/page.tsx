import type { Metadata } from "next";
import { Breadcrumbs, MY_ACCOUNT } from "@/components/breadcrumbs";
import { DataTable } from "@/components/data-table";
import { EmptyState } from "@/components/empty-state";
import { FormsTable } from "@/components/forms-table";
import { PageHeading } from "@/components/page-heading";
import { RenewalsTable } from "@/components/renewals-table";
import { TextLink } from "@/components/text-link";
import { requestPath } from "@/lib/addresses";
import { formatInstant, todayIn } from "@/lib/calendar";
import { listRequestsOf } from "@/lib/correction-requests/queries";
import { listRenewals } from "@/lib/renewals/queries";
import { listForms } from "@/lib/reporting-forms/queries";
import { requireActor } from "@/lib/session";
import { findSettings } from "@/lib/settings/queries";

export const metadata: Metadata = { title: "My Applications" };

const STATES = { open: "Open", accepted: "Accepted", declined: "Declined" };

export default async function MyApplications() {
  const [{ memberId }, { timeZone }] = await Promise.all([requireActor(), findSettings()]);
  const [requests, renewals, { forms }] = await Promise.all([
    listRequestsOf(memberId),
    listRenewals(memberId, todayIn(timeZone, new Date())),
    listForms(memberId, null),
  ]);
  return (
    <>
      <Breadcrumbs steps={[MY_ACCOUNT, { label: "My Applications" }]} />
      <PageHeading title="My Applications">What you asked the association for.</PageHeading>
      {renewals.length > 0 ? <RenewalsTable renewals={renewals} /> : null}
      {forms.length > 0 ? <FormsTable forms={forms} /> : null}
      {requests.length + renewals.length + forms.length === 0 ? (
        <EmptyState title="Nothing asked for yet">
          A renewal, a reporting form, and a correction that you request appear here.
        </EmptyState>
      ) : null}
      {requests.length > 0 ? (
        <DataTable
          caption="Requests"
          rows={requests}
          rowKey={(request) => request.id}
          columns={[
            {
              key: "sent",
              header: "Sent",
              cell: (request) => formatInstant(request.requestedAt, timeZone),
            },
            {
              key: "about",
              header: "Correction of",
              rowHeader: true,
              cell: ({ id, title }) => <TextLink href={requestPath(id)}>{title}</TextLink>,
            },
            {
              key: "message",
              header: "What you wrote",
              cell: (request) => <p className="whitespace-pre-wrap">{request.message}</p>,
            },
            { key: "state", header: "State", cell: ({ state }) => STATES[state] },
          ]}
        />
      ) : null}
    </>
  );
}
