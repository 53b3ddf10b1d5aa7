import { certifications } from "./certifications";
import { creditEntries } from "./credit-entries";
import { designations } from "./designations";
import { eventDays } from "./event-days";
import { events } from "./events";
import type { Kind } from "./kind";
import { members } from "./members";
import { providers } from "./providers";
import { registrations } from "./registrations";

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
];
