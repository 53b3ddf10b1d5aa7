import { DomainError } from "@/lib/errors";
import { isFromThisSite } from "@/lib/form-action";
import { findActor } from "@/lib/session";
import { type Receipt, receiveForm } from "./receive";

/** Takes one file as soon as it is chosen in a form: answers the document, or why not. */
export async function POST(request: Request) {
  const actor = await findActor();
  if (!actor) return refuse(401, "You are signed out. Log in and choose the file again.");
  if (!(await isFromThisSite())) return refuse(403, "This form did not come from this site.");
  let received: Receipt;
  try {
    received = await receiveForm(actor, request, 1);
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    return refuse(413, error.message);
  }
  const { kept, refusals } = received;
  const [document] = kept;
  if (document) return Response.json({ document }, { status: 201 });
  return refuse(refusals.length > 0 ? 422 : 400, refusals[0] ?? "Choose a file.");
}

function refuse(status: number, refusal: string) {
  return Response.json({ refusal }, { status });
}
