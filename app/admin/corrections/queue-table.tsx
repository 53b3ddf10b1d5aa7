import { DataTable } from "@/components/data-table";
import type { Sorting } from "@/components/sort-heading";
import { TextLink } from "@/components/text-link";
import { requestDeskPath } from "@/lib/addresses";
import { formatInstant } from "@/lib/calendar";
import type { listQueue } from "@/lib/correction-requests/queries";
import { wordsForDecision } from "@/lib/correction-requests/rules";
import type { Queue } from "@/lib/correction-requests/schema";

const KINDS = {
  claim: "Claim",
  certificate: "Certificate",
  entry: "Entry",
  renewal: "Renewal certificate",
};

const BY_TIME = { up: "oldest", down: "newest" };

type Queued = Awaited<ReturnType<typeof listQueue>>["requests"][number];

export function QueueTable({
  requests,
  state,
  timeZone,
  sorting,
}: {
  requests: readonly Queued[];
  state: Queue["state"];
  timeZone: string;
  sorting: Sorting;
}) {
  const isOpen = state === "open";
  return (
    <DataTable
      caption={isOpen ? "Open requests" : "Decided requests"}
      captionHidden
      rows={requests}
      rowKey={({ id }) => id}
      sorting={sorting}
      columns={[
        {
          key: "about",
          header: "About",
          rowHeader: true,
          cell: ({ id, title, member }) => (
            <TextLink href={requestDeskPath(id)}>
              {title}
              <span className="sr-only">{`, ${member}`}</span>
            </TextLink>
          ),
        },
        { key: "kind", header: "What", cell: ({ kind }) => KINDS[kind] },
        {
          key: "member",
          header: "Member",
          cell: ({ member, memberNumber }) =>
            memberNumber ? `${member} (${memberNumber})` : member,
        },
        {
          key: "asked",
          header: "Asked",
          sort: isOpen ? BY_TIME : undefined,
          cell: ({ requestedAt }) => formatInstant(requestedAt, timeZone),
        },
        {
          key: "message",
          header: "The member wrote",
          cell: ({ message }) => (
            <p className="line-clamp-2 wrap-anywhere" title={message}>
              {message}
            </p>
          ),
        },
        { key: "notes", header: "Notes", align: "end", cell: ({ notes }) => String(notes) },
        ...(isOpen ? [] : [decidedColumn(timeZone)]),
      ]}
    />
  );
}

function decidedColumn(timeZone: string) {
  return {
    key: "decided",
    header: "Decided",
    sort: BY_TIME,
    cell: (request: Queued) => wordsForDecision(request, timeZone),
  };
}
