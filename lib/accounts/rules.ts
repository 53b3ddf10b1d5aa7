/** A session lasts this long from the sign-in; use does not prolong it. */
export const SESSION_HOURS = 12;

/**
 * What a path may be for "go on where you were": on this site, and no page of signing in. Answers it
 * as a browser will read it: "/.//host" looks like a path and is the other site "//host".
 */
export function localPath(wanted: string | undefined): string | null {
  // Only what begins so is a path here; a browser drops tabs and line breaks before it looks.
  if (!wanted?.startsWith("/") || /\p{Cc}/u.test(wanted)) return null;
  if (!URL.canParse(wanted, HERE)) return null;
  const { origin, pathname, search } = new URL(wanted, HERE);
  // A backslash counts as a slash, and survives in a query alone.
  if (origin !== HERE || pathname.startsWith("//") || wanted.includes("\\")) return null;
  if (/^\/(login|forgot-password|reset-password|api)(\/|$)/.test(pathname)) return null;
  return pathname + search;
}

// No host of this name can exist (RFC 6761).
const HERE = "http://here.invalid";

/** The login page that leads on to where one wanted to go. */
export function loginPath(wanted: string | null): `/login${string}` {
  const next = localPath(wanted ?? undefined);
  return next && next !== "/" ? `/login?next=${encodeURIComponent(next)}` : "/login";
}

/** Where the code of the second factor is asked for, after the password. */
export function codePath(wanted: string | null | undefined): `/login/code${string}` {
  const next = localPath(wanted ?? undefined);
  return next ? `/login/code?next=${encodeURIComponent(next)}` : "/login/code";
}

/** The name that next-auth gives its cookie. */
export function sessionCookieName({ secure }: { secure: boolean }): string {
  return `${secure ? "__Secure-" : ""}next-auth.session-token`;
}
