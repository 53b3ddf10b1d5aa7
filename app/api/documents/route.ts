import { receiveForm } from "@/lib/documents/receive";
import { isFromThisSite } from "@/lib/form-action";
import { findActor } from "@/lib/session";

/** Takes one file as soon as it is chosen in a form: answers the document, or why not. */
export async function POST(request: Request) {
  const actor = await findActor();
  if (!actor) return refuse(401, "You are signed out. Log in and choose the file again.");
  if (!(await isFromThisSite())) return refuse(403, "This form did not come from this site.");
  const { kept, refusals, isBroken } = await receiveForm(actor, request, 1);
  const [document] = kept;
  if (document) return Response.json({ document }, { status: 201 });
  return refuse(isBroken ? 413 : 422, refusals[0] ?? "Choose a file.");
}

function refuse(status: number, refusal: string) {
  return Response.json({ refusal }, { status });
}
