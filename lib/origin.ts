import type { IncomingHttpHeaders } from "node:http";

/**
 * Whether a browser says that another site's page sent this request. Next would answer such a form
 * by an empty 500. A missing Origin says nothing here: forms ask for it themselves (isFromThisSite).
 */
export function isFromElsewhere(headers: IncomingHttpHeaders, publicUrl: string | undefined) {
  const { origin } = headers;
  if (origin === undefined) return false;
  // "null" is what a sandboxed page or a file says.
  if (!URL.canParse(origin)) return true;
  const { protocol, host } = new URL(origin);
  const isSecure = publicUrl?.startsWith("https:") ?? false;
  return host !== ownHost(headers) || (isSecure && protocol !== "https:");
}

function ownHost({ host, "x-forwarded-host": forwarded }: IncomingHttpHeaders) {
  return (
    String(forwarded ?? "")
      .split(",", 1)[0]
      ?.trim() || host
  )?.toLowerCase();
}
