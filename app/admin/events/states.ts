import type { EventState } from "@/lib/events/rules";

/** Where an event stands, as the list and its filter say it. */
export const STATES: Record<EventState, string> = {
  coming: "Coming",
  running: "Running",
  ended: "Ended",
};
