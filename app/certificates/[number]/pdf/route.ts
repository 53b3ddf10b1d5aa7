import { notFound, redirect } from "next/navigation";
import { certificatePath } from "@/lib/addresses";
import { contentDisposition } from "@/lib/attachment";
import { certificateFileName, parseCertificateNumber } from "@/lib/certificates/number";
import { findCertificateFile } from "@/lib/certificates/queries";
import { readVersion } from "@/lib/certificates/schema";
import { requireActor } from "@/lib/session";

const PATIENCE_MS = 4000;
const LOOK_EVERY_MS = 150;

/** The frozen PDF. A fresh one is waited for briefly; then the page says that it is being prepared. */
export async function GET(
  request: Request,
  { params }: RouteContext<"/certificates/[number]/pdf">,
) {
  const actor = await requireActor();
  const number = parseCertificateNumber((await params).number);
  const asked = readVersion(new URL(request.url).searchParams.get("version"));
  if (!number) notFound();
  const deadline = performance.now() + PATIENCE_MS;
  let found = await findCertificateFile(actor, number, asked);
  while (found && !found.file && !found.heldReason && performance.now() < deadline) {
    await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
    found = await findCertificateFile(actor, number, asked);
  }
  if (!found) notFound();
  const { file, facts, version } = found;
  if (!file) redirect(certificatePath(number, { version, preparing: "1" }));
  const etag = `"${file.sha256}"`;
  const headers = {
    ETag: etag,
    // The bytes of a version never change, but whose they are to see is asked each time.
    "Cache-Control": "private, no-cache",
    "X-Content-Type-Options": "nosniff",
  };
  if (request.headers.get("if-none-match") === etag)
    return new Response(null, { status: 304, headers });
  const name = certificateFileName({ day: facts.dates.first, title: facts.title, number });
  return new Response(file.bytes, {
    headers: {
      ...headers,
      "Content-Type": "application/pdf",
      "Content-Disposition": contentDisposition("inline", name),
    },
  });
}
