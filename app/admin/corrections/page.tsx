import type { Metadata } from "next";
import { EmptyState } from "@/components/empty-state";
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
  const queue = queueSchema.parse(await searchParams);
  const isOpen = queue.state === "open";
  const [{ requests, next }, { timeZone }] = await Promise.all([listQueue(queue), findSettings()]);
  return (
    <>
      <PageHeading title="Corrections">
        {isOpen
          ? "What members ask you to correct, the oldest first."
          : "What was decided, the latest first."}
      </PageHeading>
      <div className="flex flex-wrap items-end justify-between gap-4">
        <QueueFilter state={queue.state} />
        <QueueKeys list="queue" />
      </div>
      {requests.length === 0 ? (
        <EmptyState title={isOpen ? "Nothing to correct" : "Nothing decided yet"}>
          Requests of members appear here.
        </EmptyState>
      ) : (
        <div id="queue" className="flex flex-col gap-4">
          <QueueTable requests={requests} state={queue.state} timeZone={timeZone} />
          <Pager
            older={
              next
                ? correctionsPath({ ...(isOpen ? {} : { state: "decided" }), after: next })
                : undefined
            }
            labels={{ newer: "Back", older: "More" }}
          />
        </div>
      )}
    </>
  );
}
