import type { Route } from "next";

/** The addresses of pages that others lead to; the tracker's own search stands with the tracker. */

/** A member's claim: `day` is the row in edit, `saved` the one just saved. */
export function claimPath(
  registrationId: string,
  search: { day?: string; saved?: string; submitted?: "now"; asked?: "now" } = {},
): Route {
  const query = new URLSearchParams(search).toString();
  const row = search.day ?? search.saved;
  return `/events/${registrationId}/claim${query && `?${query}`}${row ? `#${row}` : ""}` as Route;
}

export function reviewPath(registrationId: string): Route {
  return `/events/${registrationId}/claim/review` as Route;
}

export function correctionPath(registrationId: string): Route {
  return `/events/${registrationId}/claim/correction` as Route;
}

/** The certificate as a page. */
export function certificatePath(number: string): Route {
  return `/certificates/${number}` as Route;
}

export function certificatePdfPath(number: string, version?: number): string {
  return `/certificates/${number}/pdf${version ? `?version=${version}` : ""}`;
}

export function verifyPath(number: string, version?: number): Route {
  return `/verify/${number}${version ? `?version=${version}` : ""}` as Route;
}
