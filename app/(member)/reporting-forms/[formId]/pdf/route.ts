import { notFound } from "next/navigation";
import { contentDisposition } from "@/lib/attachment";
import { drawForm } from "@/lib/reporting-forms/renderer";
import { requireActor } from "@/lib/session";
import { findPrintedForm } from "@/lib/signatures/facts";
import { transcriptFileName } from "@/lib/transcripts/rules";

/** The form on paper, signed or to be signed: for its member, the local office and staff. */
export async function GET(
  _request: Request,
  { params }: RouteContext<"/reporting-forms/[formId]/pdf">,
) {
  const actor = await requireActor();
  const form = await findPrintedForm(actor, (await params).formId, new Date());
  if (!form) notFound();
  const member = form.lines[0]?.fact ?? "";
  return new Response(await drawForm(form), {
    headers: {
      "Content-Type": "application/pdf",
      "Content-Disposition": contentDisposition(
        "inline",
        transcriptFileName({ name: member, madeOn: form.madeOn }, "CEC Reporting Form.pdf"),
      ),
      "X-Content-Type-Options": "nosniff",
      "Cache-Control": "private, no-store",
    },
  });
}
