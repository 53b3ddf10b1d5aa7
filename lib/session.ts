import "server-only";
import type { Route } from "next";
import { cookies, headers } from "next/headers";
import { notFound, redirect } from "next/navigation";
import { cache } from "react";
import { findSession, type Viewer } from "@/lib/accounts/queries";
import { loginPath, sessionCookieName } from "@/lib/accounts/rules";
import { env } from "@/lib/env";
import type { MemberActor } from "@/lib/members/rules";
import { type Act, may } from "@/lib/roles/rules";

const secure = () => env.PUBLIC_URL?.startsWith("https:") ?? false;

/** The cookie in next-auth's own format; its value is an opaque token, the truth is the session row. */
export const sessionCookie = () => ({
  name: sessionCookieName({ secure: secure() }),
  options: { httpOnly: true, sameSite: "lax", path: "/", secure: secure() } as const,
});

/** Who looks at the page, once per request; null when nobody is signed in. */
export const findViewer = cache(async (): Promise<Viewer | null> => {
  const token = await readSessionToken();
  return token ? findSession(token, new Date()) : null;
});

/** Who acts; null when nobody is signed in, for what is no page and cannot lead to one. */
export async function findActor(): Promise<MemberActor | null> {
  const viewer = await findViewer();
  return viewer && { memberId: viewer.memberId, door: "web", roles: viewer.roles };
}

/** Who acts. Without a session: to the login page, which leads back to the page that was asked for. */
export async function requireActor(): Promise<MemberActor> {
  const actor = await findActor();
  if (!actor) redirect(loginPath(await findRequestedPath()) as Route);
  return actor;
}

/** Who acts, on a page for those whose roles allow the act; for all others it does not exist. */
export async function requireRole(act: Act): Promise<MemberActor> {
  const actor = await requireActor();
  return may(actor, act) ? actor : refuseRole();
}

/** Whose role waits for a second factor is led to where it is set up; to all others nothing is here. */
export async function refuseRole(): Promise<never> {
  if ((await findViewer())?.lacksFactor) redirect("/profile/second-factor");
  return notFound();
}

export async function readSessionToken(): Promise<string | null> {
  return (await cookies()).get(sessionCookie().name)?.value ?? null;
}

/** Only in an action or a route handler. */
export async function writeSessionToken({ token, expiresAt }: { token: string; expiresAt: Date }) {
  const { name, options } = sessionCookie();
  (await cookies()).set(name, token, { ...options, expires: expiresAt });
}

export async function clearSessionToken() {
  const { name, options } = sessionCookie();
  (await cookies()).set(name, "", { ...options, maxAge: 0 });
}

/** The visitor's address as lib/server.ts established it; it overwrites what a client claims. */
export async function findClientAddress(): Promise<string> {
  return (await headers()).get("x-forwarded-for")?.trim() || "unknown";
}

/** Path and query of this request, which lib/server.ts writes down: Next keeps it from pages. */
async function findRequestedPath(): Promise<string | null> {
  return (await headers()).get("x-requested-path");
}
