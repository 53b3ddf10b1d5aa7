import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Breadcrumbs } from "@/components/breadcrumbs";
import { ClaimCorrection } from "@/components/claim-correction";
import { DataTable } from "@/components/data-table";
import { Notice } from "@/components/notice";
import { PageHeading } from "@/components/page-heading";
import { TextLink } from "@/components/text-link";
import { claimDeskPath, requestDeskPath } from "@/lib/addresses";
import { formatDays, formatInstant, formatShortDay } from "@/lib/calendar";
import { findOpenRequest } from "@/lib/correction-requests/queries";
import { type ClaimDesk, findClaimDesk } from "@/lib/corrections/queries";
import { printCredits } from "@/lib/credits/amount";
import { fullName, REFUSAL_OF_OWN } from "@/lib/members/rules";
import { may } from "@/lib/roles/rules";
import { requireRole } from "@/lib/session";
import { findSettings } from "@/lib/settings/queries";
import { correctClaimAction } from "./actions";
import { CertificateDesk } from "./certificate-desk";

export const metadata: Metadata = { title: "Correct a claim" };

const DONE: Record<string, string> = {
  corrected: "The days were corrected. The member is told.",
  revoked: "The certificate is revoked. The member is told.",
  reissued: "The next version of the certificate is issued. The member is told.",
};

export default async function ClaimDeskPage({
  params,
  searchParams,
}: PageProps<"/admin/corrections/claim/[registrationId]">) {
  const actor = await requireRole("correct credits");
  const [{ registrationId }, search, { timeZone }] = await Promise.all([
    params,
    searchParams,
    findSettings(),
  ]);
  const desk = await findClaimDesk(registrationId, search, new Date());
  if (!desk) notFound();
  const { event, member, rows } = desk;
  const open = await findOpenRequest({ registrationId });
  const canAct = member.id !== actor.memberId;
  const act = typeof search.certificate === "string" ? search.certificate : null;
  const done =
    typeof search.done === "string" && Object.hasOwn(DONE, search.done)
      ? DONE[search.done]
      : undefined;
  return (
    <>
      <Breadcrumbs
        steps={[{ label: "Corrections", href: "/admin/corrections" }, { label: event.title }]}
      />
      <PageHeading
        title={[fullName(member), member.memberNumber, "·", event.title].filter(Boolean).join(" ")}
      >
        {`${formatDays(event.firstOn, event.lastOn)} · ${member.email}`}
      </PageHeading>
      {done ? <Notice tone="good">{done}</Notice> : null}
      {canAct ? null : <Notice tone="note">{REFUSAL_OF_OWN}</Notice>}
      {open ? (
        <Notice tone="note">
          The member asked for a correction, which stays open until it is answered itself.{" "}
          <TextLink href={requestDeskPath(open.id)}>Answer the request</TextLink>
        </Notice>
      ) : null}
      {rows.length === 0 ? (
        <Notice tone="note">Nothing is locked yet: the member can still change the amounts.</Notice>
      ) : null}
      {canAct && act === null && rows.length > 0 ? (
        <ClaimCorrection
          path={claimDeskPath(registrationId)}
          desk={desk}
          mayRaise={may(actor, "set up events")}
          about={{ registrationId }}
          action={correctClaimAction}
        />
      ) : null}
      <CertificateDesk desk={desk} act={act} canAct={canAct} timeZone={timeZone} />
      <History desk={desk} timeZone={timeZone} />
    </>
  );
}

function History({ desk, timeZone }: { desk: ClaimDesk; timeZone: string }) {
  const { history, rows } = desk;
  if (history.length === 0) return null;
  const dayOfRow = (eventDayId: string) =>
    rows.find((row) => row.eventDayId === eventDayId)?.day ?? "";
  return (
    <DataTable
      caption="Corrections so far"
      rows={history}
      rowKey={({ id }) => id}
      columns={[
        {
          key: "day",
          header: "Day",
          rowHeader: true,
          cell: ({ eventDayId }) => formatShortDay(dayOfRow(eventDayId)),
        },
        {
          key: "change",
          header: "Change",
          cell: ({ oldCredits, newCredits }) =>
            `${printCredits(oldCredits)} → ${printCredits(newCredits)}`,
        },
        {
          key: "reason",
          header: "Reason",
          cell: ({ reason }) => <p className="wrap-anywhere whitespace-pre-wrap">{reason}</p>,
        },
        {
          key: "by",
          header: "By",
          cell: ({ correctedBy }) => (correctedBy ? fullName(correctedBy) : "command line"),
        },
        {
          key: "at",
          header: "When",
          cell: ({ correctedAt }) => formatInstant(correctedAt, timeZone),
        },
      ]}
    />
  );
}
