import { certifications } from "@/lib/imports/certifications";
import { creditEntries } from "@/lib/imports/credit-entries";
import { designations } from "@/lib/imports/designations";
import { eventDays } from "@/lib/imports/event-days";
import { events } from "@/lib/imports/events";
import type { Kind } from "@/lib/imports/kind";
import { members } from "@/lib/imports/members";
import { providerPosts } from "@/lib/imports/provider-posts";
import { providers } from "@/lib/imports/providers";
import { registrations } from "@/lib/imports/registrations";

/** The kinds of files that can be imported. */
export const KINDS: readonly Kind[] = [
  members,
  events,
  eventDays,
  designations,
  registrations,
  providers,
  certifications,
  creditEntries,
  providerPosts,
];
