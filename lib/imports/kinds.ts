import { designations } from "./designations";
import { eventDays } from "./event-days";
import { events } from "./events";
import type { Kind } from "./kind";
import { members } from "./members";
import { registrations } from "./registrations";

/** The kinds of files that can be imported. */
export const KINDS: readonly Kind[] = [members, events, eventDays, designations, registrations];
