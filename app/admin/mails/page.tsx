import type { Metadata } from "next";
import { DataTable } from "@/components/data-table";
import { EmptyState } from "@/components/empty-state";
import { PageHeading } from "@/components/page-heading";
import { Pager } from "@/components/pager";
import { mailsPath } from "@/lib/addresses";
import { formatInstant } from "@/lib/calendar";
import { listUndelivered } from "@/lib/messages/queries";
import { wordsForFate } from "@/lib/messages/rules";
import { printAfter, readAfter } from "@/lib/page-after";
import { requireRole } from "@/lib/session";
import { findSettings } from "@/lib/settings/queries";

export const metadata: Metadata = { title: "Mails" };

/** Mails that did not arrive, or may not have: they are not sent again by themselves. */
export default async function UndeliveredMails({ searchParams }: PageProps<"/admin/mails">) {
  await requireRole("keep members");
  const { after } = await searchParams;
  const from = readAfter(after);
  const [{ mails, next }, { timeZone }] = await Promise.all([
    listUndelivered(from),
    findSettings(),
  ]);
  return (
    <>
      <PageHeading title="Mails">
        What was not delivered, or handed over without an answer. None of it is sent again: reach
        its reader another way.
      </PageHeading>
      {mails.length === 0 ? (
        <EmptyState title="Every mail was delivered">
          A mail that its server refuses, or does not answer for, appears here.
        </EmptyState>
      ) : (
        <>
          <DataTable
            caption="Mails that were not delivered"
            captionHidden
            rows={mails}
            rowKey={({ id }) => id}
            columns={[
              { key: "subject", header: "Subject", rowHeader: true, cell: (row) => row.subject },
              { key: "to", header: "To", cell: (row) => row.toAddress },
              { key: "fate", header: "State", cell: (row) => wordsForFate(row) },
              { key: "why", header: "Why", cell: ({ failure }) => failure },
              {
                key: "at",
                header: "Written",
                cell: ({ queuedAt }) => formatInstant(queuedAt, timeZone),
              },
            ]}
          />
          <Pager
            older={next ? mailsPath({ after: printAfter(next) }) : undefined}
            newer={from ? mailsPath() : undefined}
            labels={{ newer: "Latest", older: "Older" }}
          />
        </>
      )}
    </>
  );
}
