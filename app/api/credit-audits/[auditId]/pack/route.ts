import { notFound } from "next/navigation";
import { contentDisposition } from "@/lib/attachment";
import { openPack } from "@/lib/credit-audits/pack";
import { requireActor } from "@/lib/session";
import { streamOf, zipped } from "@/lib/transcripts/zip";

/** What an audit is decided by, as one ZIP for its member and staff. */
export async function GET(
  _request: Request,
  { params }: RouteContext<"/api/credit-audits/[auditId]/pack">,
) {
  const actor = await requireActor();
  const pack = await openPack(actor, (await params).auditId, new Date());
  if (!pack) notFound();
  return new Response(streamOf(zipped(pack.files)), {
    headers: {
      "Content-Type": "application/zip",
      "Content-Disposition": contentDisposition("attachment", pack.fileName),
      "X-Content-Type-Options": "nosniff",
      "Cache-Control": "private, no-store",
    },
  });
}
