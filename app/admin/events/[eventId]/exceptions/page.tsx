import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Breadcrumbs } from "@/components/breadcrumbs";
import { DataTable } from "@/components/data-table";
import { EmptyState } from "@/components/empty-state";
import { PageHeading } from "@/components/page-heading";
import { Pager } from "@/components/pager";
import { TextLink } from "@/components/text-link";
import {
  claimDeskPath,
  eventDeskPath,
  eventsDeskPath,
  exceptionsPath,
  placePath,
} from "@/lib/addresses";
import { formatDay, formatInstant } from "@/lib/calendar";
import { listExceptions } from "@/lib/claim-exceptions/queries";
import { exceptionListSchema, printAfterException } from "@/lib/claim-exceptions/schema";
import { printCredits } from "@/lib/credits/amount";
import { findSetUp } from "@/lib/events/queries";
import { requireRole } from "@/lib/session";

export const metadata: Metadata = { title: "Exceptions" };

export default async function Exceptions({
  params,
  searchParams,
}: PageProps<"/admin/events/[eventId]/exceptions">) {
  await requireRole("set up events");
  const event = await findSetUp((await params).eventId);
  if (!event) notFound();
  const { after } = exceptionListSchema.parse(await searchParams);
  const { exceptions, next } = await listExceptions(event.id, after);
  return (
    <>
      <Breadcrumbs
        steps={[
          { label: "Events", href: eventsDeskPath() },
          { label: event.title, href: eventDeskPath(event.id) },
          { label: "Exceptions" },
        ]}
      />
      <PageHeading title="Exceptions">
        Locked days that were withdrawn, or that are over today’s maximum. They stand as submitted;
        a correction changes them.
      </PageHeading>
      {exceptions.length === 0 ? (
        <EmptyState title={after ? "No more exceptions" : "No exceptions"}>
          {after
            ? "The first page lists the others."
            : "Every locked day fits the event as it is now."}
        </EmptyState>
      ) : (
        <DataTable
          caption="Exceptions"
          captionHidden
          rows={exceptions}
          rowKey={({ id, day }) => `${id}-${day}`}
          columns={[
            {
              key: "name",
              header: "Name",
              rowHeader: true,
              cell: ({ id, name }) => <TextLink href={placePath(event.id, id)}>{name}</TextLink>,
            },
            { key: "number", header: "Member number", cell: (row) => row.memberNumber },
            { key: "day", header: "Day", cell: (row) => formatDay(row.day) },
            {
              key: "credits",
              header: "Credits Earned",
              align: "end",
              cell: (row) => printCredits(row.credits),
            },
            {
              key: "maximum",
              header: "Maximum",
              align: "end",
              cell: (row) => printCredits(row.maximum),
            },
            {
              key: "why",
              header: "Why",
              cell: ({ withdrawnAt, credits, maximum }) =>
                [
                  withdrawnAt && `Withdrawn on ${formatInstant(withdrawnAt, event.timeZone)}`,
                  credits > maximum && "Over the maximum of today",
                ]
                  .filter(Boolean)
                  .join("; "),
            },
            {
              key: "correct",
              header: "Correct",
              headerHidden: true,
              cell: ({ id, name, day }) => (
                <TextLink href={claimDeskPath(id)}>
                  Correct the claim
                  <span className="sr-only">{` of ${name}, ${formatDay(day)}`}</span>
                </TextLink>
              ),
            },
          ]}
        />
      )}
      <Pager
        newer={after ? exceptionsPath(event.id) : undefined}
        older={next ? exceptionsPath(event.id, { after: printAfterException(next) }) : undefined}
        labels={{ newer: "First page", older: "More" }}
      />
    </>
  );
}
