import Image from "next/image";
import { documentPath } from "@/lib/addresses";
import { PdfView } from "./pdf-view";

/** JPEG, PNG and PDF are seen in place; the others are downloads. */
export function DocumentsInPlace({
  documents,
}: {
  documents: readonly { id: string; fileName: string; mediaType: string }[];
}) {
  return documents.map(({ id, fileName, mediaType }) => {
    if (mediaType === "application/pdf") {
      return <PdfView key={id} documentId={id} fileName={fileName} />;
    }
    if (mediaType !== "image/jpeg" && mediaType !== "image/png") return null;
    return (
      <Image
        key={id}
        src={documentPath(id)}
        alt={fileName}
        width={960}
        height={720}
        // Nobody keeps an optimised copy of a document.
        unoptimized
        className="h-auto w-auto max-w-full"
      />
    );
  });
}
