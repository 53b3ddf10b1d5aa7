import { reportingFormPath } from "@/lib/addresses";
import { receiveForm } from "@/lib/documents/receive";
import { DomainError } from "@/lib/errors";
import { isFromThisSite } from "@/lib/form-action";
import { isId } from "@/lib/ids";
import { findActor } from "@/lib/session";
import { signOnPaper } from "@/lib/signatures/commands";
import { signOnPaperSchema } from "@/lib/signatures/schema";

/** The scan of a form that was signed on paper; the answer leads back to the form's page. */
export async function POST(
  request: Request,
  { params }: RouteContext<"/api/reporting-forms/[formId]/scan">,
) {
  const { formId } = await params;
  const actor = await findActor();
  if (!actor || !isId(formId)) return new Response("There is no such form.", { status: 404 });
  if (!(await isFromThisSite())) {
    return new Response("This form did not come from this site.", { status: 403 });
  }
  const { kept, fields } = await receiveForm(actor, request, 1);
  const [document] = kept;
  if (!document) return leadTo(formId, "file");
  const said = {
    formId,
    documentId: document.id,
    version: fields.get("version")?.at(-1),
    name: fields.get("name")?.at(-1),
  };
  const parsed = signOnPaperSchema.safeParse(said);
  if (!parsed.success) return leadTo(formId, "name");
  try {
    await signOnPaper(actor, parsed.data, new Date());
    return leadTo(formId);
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    if (error.kind === "not-found") return new Response(error.message, { status: 404 });
    return leadTo(formId, "changed");
  }
}

function leadTo(formId: string, wrong?: string) {
  const Location = reportingFormPath(formId, wrong ? { wrong } : {});
  return new Response(null, { status: 303, headers: { Location } });
}
