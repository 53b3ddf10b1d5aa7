import { reportingFormPath } from "@/lib/addresses";
import { receiveForm } from "@/lib/documents/receive";
import { DomainError } from "@/lib/errors";
import { isFromThisSite } from "@/lib/form-action";
import { isId } from "@/lib/ids";
import { addFormDocument } from "@/lib/reporting-forms/commands";
import { findActor } from "@/lib/session";

/** A document that goes with a reporting form; the answer leads back to the form's page. */
export async function POST(
  request: Request,
  { params }: RouteContext<"/api/reporting-forms/[formId]/documents">,
) {
  const { formId } = await params;
  const actor = await findActor();
  if (!actor || !isId(formId)) return new Response("There is no such form.", { status: 404 });
  if (!(await isFromThisSite())) {
    return new Response("This form did not come from this site.", { status: 403 });
  }
  const { kept } = await receiveForm(actor, request, 1);
  const [document] = kept;
  if (!document) return leadTo(formId, "file");
  try {
    await addFormDocument(actor, { formId, documentId: document.id }, new Date());
    return leadTo(formId);
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    if (error.kind === "not-found") return new Response(error.message, { status: 404 });
    return leadTo(formId, error.field === "documents" ? "many" : "changed");
  }
}

function leadTo(formId: string, wrong?: string) {
  const Location = reportingFormPath(formId, wrong ? { wrong } : {});
  return new Response(null, { status: 303, headers: { Location } });
}
