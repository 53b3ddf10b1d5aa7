import type { Metadata } from "next";
import { EmptyState } from "@/components/empty-state";
import { LeftOut } from "@/components/left-out";
import { PageHeading } from "@/components/page-heading";
import { Pager } from "@/components/pager";
import { QueueKeys } from "@/components/queue-keys";
import { correctionsPath } from "@/lib/addresses";
import { listQueue } from "@/lib/correction-requests/queries";
import { queueSchema } from "@/lib/correction-requests/schema";
import { requireRole } from "@/lib/session";
import { findSettings } from "@/lib/settings/queries";
import { QueueFilter } from "./queue-filter";
import { QueueTable } from "./queue-table";

export const metadata: Metadata = { title: "Corrections" };

export default async function Corrections({ searchParams }: PageProps<"/admin/corrections">) {
  await requireRole("correct credits");
  const search = await searchParams;
  const queue = queueSchema.parse(search);
  const isOpen = queue.state === "open";
  const path = (place: { sort?: string; after?: string } = {}) =>
    correctionsPath({ state: isOpen ? undefined : "decided", sort: queue.sort, ...place });
  const [{ requests, next }, { timeZone }] = await Promise.all([listQueue(queue), findSettings()]);
  return (
    <>
      <PageHeading title="Corrections">
        {isOpen
          ? "What members ask you to correct."
          : "What was decided on what members asked you to correct."}
      </PageHeading>
      <div className="flex flex-wrap items-end justify-between gap-4">
        <QueueFilter state={queue.state} sort={queue.sort} />
        <QueueKeys list="queue" />
      </div>
      <LeftOut schema={queueSchema} search={search} />
      {requests.length === 0 ? (
        <EmptyState title={isOpen ? "Nothing to correct" : "Nothing decided yet"}>
          Requests of members appear here.
        </EmptyState>
      ) : (
        <div id="queue" className="flex flex-col gap-4">
          <QueueTable
            requests={requests}
            state={queue.state}
            timeZone={timeZone}
            sorting={{
              is: queue.sort ?? (isOpen ? "oldest" : "newest"),
              path: (sort) => path({ sort }),
            }}
          />
          <Pager
            newer={queue.after ? path() : undefined}
            older={next ? path({ after: next }) : undefined}
            labels={{ newer: "First page", older: "More" }}
          />
        </div>
      )}
    </>
  );
}
