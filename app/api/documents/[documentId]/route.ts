import { notFound } from "next/navigation";
import { contentDisposition } from "@/lib/attachment";
import { findDocument } from "@/lib/documents/queries";
import { requireActor } from "@/lib/session";

/** A document as a download, for its owner and staff. */
export async function GET(
  _request: Request,
  { params }: RouteContext<"/api/documents/[documentId]">,
) {
  const actor = await requireActor();
  const document = await findDocument(actor, (await params).documentId);
  if (!document) notFound();
  const { bytes, fileName, mediaType } = document;
  return new Response(new Uint8Array(bytes), {
    headers: {
      "Content-Type": mediaType,
      // What members upload is never shown as a page of this site.
      "Content-Disposition": contentDisposition("attachment", fileName),
      "Content-Security-Policy": "default-src 'none'; sandbox",
      "X-Content-Type-Options": "nosniff",
      "Cache-Control": "private, no-store",
    },
  });
}
