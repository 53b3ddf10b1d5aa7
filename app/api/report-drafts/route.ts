import { loginPath } from "@/lib/accounts/rules";
import { confirmReportPath, reportPath } from "@/lib/addresses";
import { receiveForm } from "@/lib/documents/receive";
import { MOST_DOCUMENTS } from "@/lib/documents/rules";
import { DomainError } from "@/lib/errors";
import { isFromThisSite } from "@/lib/form-action";
import { isId } from "@/lib/ids";
import { keepDraft } from "@/lib/report-forms/commands";
import { type DraftFields, reportSchema } from "@/lib/reports/schema";
import { seeOther } from "@/lib/see-other";
import { findActor } from "@/lib/session";

/** The form of those without JavaScript, files and all: kept as a draft, confirmed on the next page. */
export async function POST(request: Request) {
  const actor = await findActor();
  if (!actor) return seeOther(loginPath(reportPath()));
  if (!(await isFromThisSite())) {
    return new Response("This form did not come from this site.", { status: 403 });
  }
  const { kept, refusals, fields, isCutOff } = await receiveForm(actor, request, MOST_DOCUMENTS);
  const id = fields.get("reportId")?.at(-1) ?? "";
  if (isCutOff || !isId(id))
    return new Response(refusals[0] ?? "This form is not whole.", { status: 400 });
  const documents = [...(fields.get("documents") ?? []), ...kept.map((each) => each.id)];
  const typed = Object.keys(reportSchema.shape).map((name) => [name, fields.get(name) ?? []]);
  const draft: DraftFields = { ...Object.fromEntries(typed), documents, refusals };
  try {
    const input = { id, fields: draft, documents: documents.filter(isId) };
    await keepDraft(actor, input, new Date());
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    return new Response(error.message, { status: 404 });
  }
  return seeOther(refusals.length > 0 ? reportPath({ draft: id }) : confirmReportPath(id));
}
