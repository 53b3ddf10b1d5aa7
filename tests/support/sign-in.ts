import type { BrowserContext } from "@playwright/test";
import { sessionCookieName } from "@/lib/accounts/rules";
import { env } from "@/lib/env";
import { aSession } from "./accounts";

/** Signs the browser in as this member, without the login page. */
export async function signIn(context: BrowserContext, member: { id: string }) {
  const { token } = await aSession(member);
  await context.addCookies([
    {
      name: sessionCookieName({ secure: false }),
      value: token,
      url: env.PUBLIC_URL ?? "",
      httpOnly: true,
      sameSite: "Lax",
    },
  ]);
}
