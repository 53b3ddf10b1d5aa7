import { notFound } from "next/navigation";
import { contentDisposition } from "@/lib/attachment";
import { findReceipt } from "@/lib/receipts/queries";
import { drawReceipt } from "@/lib/receipts/renderer";
import { receiptFileName } from "@/lib/receipts/rules";
import { requireActor } from "@/lib/session";

/** The receipt of a paid invoice on paper, for its member and for staff. */
export async function GET(
  _request: Request,
  { params }: RouteContext<"/purchases/[invoiceId]/receipt">,
) {
  const actor = await requireActor();
  const receipt = await findReceipt(actor, (await params).invoiceId, new Date());
  if (!receipt) notFound();
  return new Response(await drawReceipt(receipt), {
    headers: {
      "Content-Type": "application/pdf",
      "Content-Disposition": contentDisposition("inline", receiptFileName(receipt)),
      "X-Content-Type-Options": "nosniff",
      "Cache-Control": "private, no-store",
    },
  });
}
