export const liveRegionId = "announcements";

/** Stands in the layout, on every page and before anything is said: see `Announce`. */
export function LiveRegion() {
  return <div id={liveRegionId} role="status" className="sr-only" />;
}
