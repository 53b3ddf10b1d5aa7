import { AuditDocuments } from "@/components/credit-audit-documents";
import { DocumentsInPlace } from "@/components/documents-in-place";
import { TextLink } from "@/components/text-link";
import { entryDeskPath } from "@/lib/addresses";
import { formatLongDay } from "@/lib/calendar";
import type { ProvenAudit } from "@/lib/credit-audits/queries";
import { printCredits } from "@/lib/credits/amount";

/** A credit that counted beside what proves it. */
export function ProvenEntry({ proven }: { proven: ProvenAudit["entries"][number] }) {
  const { entry, counted, detail, documents, isAsked, vouched } = proven;
  return (
    <li id={entry.id} className="grid gap-6 py-4 lg:grid-cols-2">
      <div className="flex min-w-0 flex-col gap-2">
        <h3 className="wrap-anywhere">{entry.title}</h3>
        <p className="text-body text-muted wrap-anywhere">
          {`${entry.provider}, ${formatLongDay(entry.earnedOn)}, ${entry.format}, reported ${formatLongDay(entry.reportedOn)}`}
        </p>
        <p className="text-body">
          {`${printCredits(counted)} of ${printCredits(entry.credits)} counted. ${detail}`}
        </p>
        <p className="text-body">
          <TextLink href={entryDeskPath(entry.id)}>
            Correct this entry<span className="sr-only">: {entry.title}</span>
          </TextLink>
        </p>
      </div>
      <div className="flex min-w-0 flex-col gap-3">
        {isAsked && documents.length === 0 ? <p className="font-semibold">No document</p> : null}
        {isAsked ? null : <p className="text-body text-muted">{vouched}</p>}
        <AuditDocuments documents={documents} />
        <DocumentsInPlace documents={documents} />
      </div>
    </li>
  );
}
