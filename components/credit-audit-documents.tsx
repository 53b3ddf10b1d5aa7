import type { ReactNode } from "react";
import { documentPath } from "@/lib/addresses";
import { printSize } from "@/lib/documents/rules";

type Listed = { id: string; fileName: string; size: number; isLoose: boolean };

type Documents = {
  documents: readonly Listed[];
  /** What may be done with one of them. */
  act?: (document: Listed) => ReactNode;
};

/** Documents of an audited entry to download. */
export function AuditDocuments({ documents, act }: Documents) {
  if (documents.length === 0) return null;
  return (
    <ul className="flex flex-col gap-1">
      {documents.map((document) => (
        <li key={document.id} className="wrap-anywhere">
          <a href={documentPath(document.id)} className="words-link">
            {document.fileName}
          </a>{" "}
          <span className="text-body text-muted">
            {printSize(document.size)}
            {document.isLoose ? ", not sent yet" : ""}
          </span>{" "}
          {act?.(document)}
        </li>
      ))}
    </ul>
  );
}

/** Those of an audit whose entry counts for it no more. */
export function OtherDocuments({ documents, act }: Documents) {
  if (documents.length === 0) return null;
  return (
    <>
      <h3>Documents for credits that were corrected since</h3>
      <AuditDocuments documents={documents} act={act} />
    </>
  );
}
