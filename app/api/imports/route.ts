import { loginPath } from "@/lib/accounts/rules";
import { importRunPath, importsPath } from "@/lib/addresses";
import { DomainError } from "@/lib/errors";
import { isFromThisSite } from "@/lib/form-action";
import { receiveImport } from "@/lib/import-runs/receive";
import { may } from "@/lib/roles/rules";
import { seeOther } from "@/lib/see-other";
import { findActor } from "@/lib/session";

/** Takes a file to import as it streams in, and leads to the page that tells how it stands. */
export async function POST(request: Request) {
  const actor = await findActor();
  if (!actor) return seeOther(loginPath(importsPath()));
  if (!may(actor, "import files")) return new Response("Not found", { status: 404 });
  if (!(await isFromThisSite())) {
    return new Response("This form did not come from this site.", { status: 403 });
  }
  try {
    return seeOther(importRunPath(await receiveImport(actor, request, new Date())));
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    return seeOther(importsPath({ refused: error.field }));
  }
}
