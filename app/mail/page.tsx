import type { Metadata, Route } from "next";
import { notFound } from "next/navigation";
import { DataTable } from "@/components/data-table";
import { EmptyState } from "@/components/empty-state";
import { PageHeading } from "@/components/page-heading";
import { Pager } from "@/components/pager";
import { TextLink } from "@/components/text-link";
import { formatInstant } from "@/lib/calendar";
import { env } from "@/lib/env";
import { isId } from "@/lib/ids";
import { listMessages, type MailCursor } from "@/lib/messages/queries";
import { wordsForFate } from "@/lib/messages/rules";
import { findSettings } from "@/lib/settings/queries";

export const metadata: Metadata = { title: "Mails" };

/** What this installation mails; in production they are nobody's to read. */
export default async function Mails({ searchParams }: PageProps<"/mail">) {
  if (env.CREDENCE_MODE === "production") notFound();
  const cursor = readCursor(await searchParams);
  const [{ messages, hasNewer, hasOlder }, { timeZone }] = await Promise.all([
    listMessages(cursor),
    findSettings(),
  ]);
  const first = messages.at(0);
  const last = messages.at(-1);
  return (
    <>
      <PageHeading title="Mails">
        Every mail this {env.CREDENCE_MODE} installation wrote, the newest first. This page does not
        exist in production.
      </PageHeading>
      {messages.length === 0 ? (
        <EmptyState title="No mails here">
          A mail appears here, for example, when somebody asks for a new password.
        </EmptyState>
      ) : (
        <DataTable
          caption="Mails"
          captionHidden
          rows={messages}
          rowKey={({ id }) => id}
          columns={[
            {
              key: "subject",
              header: "Subject",
              rowHeader: true,
              cell: ({ id, subject }) => (
                <TextLink href={`/mail/${id}` as Route}>{subject}</TextLink>
              ),
            },
            { key: "to", header: "To", cell: ({ toAddress }) => toAddress },
            {
              key: "written",
              header: "Written",
              cell: ({ queuedAt }) => (
                <time dateTime={queuedAt.toISOString()}>{formatInstant(queuedAt, timeZone)}</time>
              ),
            },
            { key: "fate", header: "Delivery", cell: wordsForFate },
          ]}
        />
      )}
      <Pager
        newer={hasNewer && first ? (`/mail?newer=${first.id}` as Route) : undefined}
        older={hasOlder && last ? (`/mail?older=${last.id}` as Route) : undefined}
      />
    </>
  );
}

function readCursor(asked: Record<string, string | string[] | undefined>): MailCursor | null {
  for (const towards of ["older", "newer"] as const) {
    const id = asked[towards];
    if (typeof id === "string" && isId(id)) return { id, towards };
  }
  return null;
}
