import type { ReactNode } from "react";
import { documentPath } from "@/lib/addresses";
import { printSize } from "@/lib/documents/rules";

type Listed = { id: string; fileName: string; size: number; isLoose: boolean };

/** Documents of an audited entry to download, each with what may be done with it. */
export function AuditDocuments({
  documents,
  act,
}: {
  documents: readonly Listed[];
  act?: (document: Listed) => ReactNode;
}) {
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
