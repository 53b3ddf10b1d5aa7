import { AuditDocuments } from "@/components/credit-audit-documents";
import { formatLongDay } from "@/lib/calendar";
import type { ProvenAudit } from "@/lib/credit-audits/queries";
import { printCredits } from "@/lib/credits/amount";
import { TakeBackForm } from "./send-form";
import { UploadForm } from "./upload-form";

/** A credit that counted, what proves it, and where its member adds to that. */
export function AuditedEntry({
  auditId,
  proven,
  isOpen,
  limit,
}: {
  auditId: string;
  proven: ProvenAudit["entries"][number];
  isOpen: boolean;
  limit: number;
}) {
  const { entry, counted, detail, documents, isAsked, vouched } = proven;
  const form = (
    <UploadForm auditId={auditId} entryId={entry.id} title={entry.title} limit={limit} />
  );
  return (
    <li id={entry.id} className="flex flex-col gap-3 py-4">
      <div>
        <h3 className="wrap-anywhere">{entry.title}</h3>
        <p className="text-body text-muted">
          {`${entry.provider}, ${formatLongDay(entry.earnedOn)}, ${entry.format}`}
        </p>
        <p className="text-body">
          {`${printCredits(counted)} of ${printCredits(entry.credits)} counted. ${detail}`}
        </p>
      </div>
      <AuditDocuments
        documents={documents}
        act={({ id, fileName, isLoose }) =>
          isOpen && isLoose ? (
            <TakeBackForm auditId={auditId} documentId={id} fileName={fileName} />
          ) : null
        }
      />
      {!isAsked ? <p className="text-body text-muted">{vouched}</p> : null}
      {isAsked && documents.length === 0 && !isOpen ? (
        <p className="text-body">No document.</p>
      ) : null}
      {isOpen && isAsked && documents.length === 0 ? form : null}
      {isOpen && isAsked && documents.length > 0 ? (
        <details>
          <summary className="min-h-6 text-body">
            Add another document
            <span className="sr-only"> for {entry.title}</span>
          </summary>
          <div className="pt-3">{form}</div>
        </details>
      ) : null}
    </li>
  );
}
