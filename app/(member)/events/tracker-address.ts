import type { Route } from "next";
import { isDay } from "@/lib/calendar";
import { isId } from "@/lib/ids";
import type { ClaimCursor, ClaimFilters } from "@/lib/tracker/queries";
import { trackerSchema } from "@/lib/tracker/schema";

/** The tracker's filters and place stand in its address: `?type=…&year=…&older=2026-04-12~id`. */
export function readTracker(search: Record<string, string | string[] | undefined>): {
  filters: ClaimFilters;
  cursor: ClaimCursor | null;
} {
  const { type, year, older, newer } = trackerSchema.parse(search);
  return {
    filters: { activityType: type || undefined, year },
    cursor: readCursor(older, "older") ?? readCursor(newer, "newer"),
  };
}

function readCursor(text: string | undefined, towards: ClaimCursor["towards"]): ClaimCursor | null {
  const [lastOn = "", id = ""] = (text ?? "").split("~");
  return isDay(lastOn) && isId(id) ? { lastOn, id, towards } : null;
}

/** The page that begins beside this claim. */
export function trackerPath(
  { activityType, year }: ClaimFilters,
  towards: ClaimCursor["towards"],
  { id, event }: { id: string; event: { lastOn: string } },
): Route {
  const search = new URLSearchParams({
    ...(activityType && { type: activityType }),
    ...(year && { year: String(year) }),
    [towards]: `${event.lastOn}~${id}`,
  });
  return `/events?${search}` as Route;
}
