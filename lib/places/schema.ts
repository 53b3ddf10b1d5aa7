import { z } from "zod";
import { searched } from "@/lib/form-fields";
import { sorted } from "@/lib/list-search";

const days = z.array(z.uuid()).min(1, "Choose at least one day.");

export const addPlaceSchema = z.object({
  eventId: z.uuid(),
  member: z
    .string()
    .trim()
    .min(1, "Enter the member number, email address or username.")
    .max(254, "Use at most 254 characters."),
  days,
});

export const changeDaySchema = z.object({
  registrationId: z.uuid(),
  eventDayId: z.uuid(),
  change: z.enum(["add", "withdraw"]),
});

/** Many declarations at once: what is chosen is decided one by one. */
export const settlePlacesSchema = z.object({
  registrations: z
    .array(z.uuid())
    .min(1, "Choose at least one member.")
    .max(200, "Choose at most 200 at once."),
  decision: z.enum(["confirm", "remove"]),
});

const PLACE_STATES = [
  "waiting",
  "confirmed",
  "entered",
  "submitted",
  "withdrawn",
  "merged",
] as const;
export type PlaceState = (typeof PLACE_STATES)[number];

const PLACE_SORTS = ["name", "name-back", "newest", "oldest"] as const;
export type PlaceSort = (typeof PLACE_SORTS)[number];

/** What of an event's registrations is listed, as it stands in the address. */
export const placeListSchema = z.object({
  q: searched,
  state: z.enum(PLACE_STATES).optional().catch(undefined),
  sort: sorted(PLACE_SORTS),
  after: z.uuid().optional().catch(undefined),
});

export type AddPlace = z.output<typeof addPlaceSchema>;
export type ChangeDay = z.output<typeof changeDaySchema>;
export type SettlePlaces = z.output<typeof settlePlacesSchema>;
export type PlaceList = z.output<typeof placeListSchema>;
