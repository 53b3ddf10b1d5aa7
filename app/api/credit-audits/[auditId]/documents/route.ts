import { ownAuditPath } from "@/lib/addresses";
import { todayIn } from "@/lib/calendar";
import { bringProof } from "@/lib/credit-audit-answers/commands";
import { findAnyAudit } from "@/lib/credit-audits/queries";
import { bringProofSchema } from "@/lib/credit-audits/schema";
import { discardDocuments } from "@/lib/documents/commands";
import { receiveForm } from "@/lib/documents/receive";
import { MOST_DOCUMENTS } from "@/lib/documents/rules";
import { DomainError } from "@/lib/errors";
import { isFromThisSite } from "@/lib/form-action";
import { seeOther } from "@/lib/see-other";
import { findActor } from "@/lib/session";
import { findSettings } from "@/lib/settings/queries";

/** Documents that a member brings for an entry of an audit; the answer leads back to its page. */
export async function POST(
  request: Request,
  { params }: RouteContext<"/api/credit-audits/[auditId]/documents">,
) {
  const { auditId } = await params;
  const [actor, { timeZone }] = await Promise.all([findActor(), findSettings()]);
  const audit = await findAnyAudit(auditId, todayIn(timeZone, new Date()));
  if (!actor || audit?.memberId !== actor.memberId) {
    return new Response("There is no such audit.", { status: 404 });
  }
  if (!(await isFromThisSite())) {
    return new Response("This form did not come from this site.", { status: 403 });
  }
  const { kept, refusals, fields } = await receiveForm(actor, request, MOST_DOCUMENTS);
  const documents = kept.map(({ id }) => id);
  const entryId = fields.get("entryId")?.at(-1) ?? "";
  const leadTo = (wrong?: string) =>
    seeOther(`${ownAuditPath(audit.renewalId, { wrong })}${wrong ? "" : `#${entryId}`}`);
  const asked = bringProofSchema.safeParse({ auditId, entryId, documents });
  if (!asked.success) return leadTo("file");
  try {
    await bringProof(actor, asked.data, new Date());
    return leadTo(refusals.length > 0 ? "file" : undefined);
  } catch (error) {
    await discardDocuments(actor, documents);
    if (!(error instanceof DomainError)) throw error;
    if (error.kind === "not-found") return new Response(error.message, { status: 404 });
    return leadTo(error.field === "documents" ? "many" : "changed");
  }
}
