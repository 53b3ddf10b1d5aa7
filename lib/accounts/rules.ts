/** A session lasts this long from the sign-in; use does not prolong it. */
export const SESSION_HOURS = 12;

/** What a path may be for "go on where you were": on this site, and no page of signing in. */
export function localPath(wanted: string | undefined): string | null {
  if (!wanted?.startsWith("/")) return null;
  // "//host" and "/\host" are other sites; a browser drops tabs and line breaks before it looks.
  if (/^\/[/\\]|[\p{Cc}\\]/u.test(wanted)) return null;
  if (/^\/(login|forgot-password|reset-password|api)(\/|\?|#|$)/.test(wanted)) return null;
  return wanted;
}

/** The login page that leads on to where one wanted to go. */
export function loginPath(wanted: string | null): `/login${string}` {
  const next = localPath(wanted ?? undefined);
  return next && next !== "/" ? `/login?next=${encodeURIComponent(next)}` : "/login";
}

/** The name that next-auth gives its cookie. */
export function sessionCookieName({ secure }: { secure: boolean }): string {
  return `${secure ? "__Secure-" : ""}next-auth.session-token`;
}
