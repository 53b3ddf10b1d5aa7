import { loginPath } from "@/lib/accounts/rules";
import { settingsPath } from "@/lib/addresses";
import { tryLogo } from "@/lib/certificate-previews/renderer";
import { DomainError } from "@/lib/errors";
import { isFromThisSite } from "@/lib/form-action";
import { changeLogo } from "@/lib/logos/commands";
import { receiveLogo } from "@/lib/logos/receive";
import { may } from "@/lib/roles/rules";
import { seeOther } from "@/lib/see-other";
import { findActor } from "@/lib/session";

/** Takes the association's logo, and leads back to the settings. */
export async function POST(request: Request) {
  const actor = await findActor();
  if (!actor) return seeOther(loginPath(settingsPath()));
  if (!may(actor, "change settings")) return new Response("Not found", { status: 404 });
  if (!(await isFromThisSite())) {
    return new Response("This form did not come from this site.", { status: 403 });
  }
  try {
    await changeLogo(actor, await receiveLogo(request), new Date(), tryLogo);
    return seeOther(settingsPath({ logo: "saved" }));
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    return seeOther(settingsPath({ refused: error.field ?? "changed" }));
  }
}
