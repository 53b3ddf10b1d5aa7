import { z } from "zod";
import { creditsTyped, refusalOfAmount } from "@/lib/credits/amount";
import {
  isLocalTime,
  isZoneName,
  REFUSAL_BELOW_ZERO,
  REFUSAL_OF_DATE,
  REFUSAL_OF_LOCAL_TIME,
  REFUSAL_OF_ZONE,
} from "@/lib/events/rules";
import { cellLine, searched, typedDay } from "@/lib/form-fields";
import { sorted } from "@/lib/list-search";

const filled = (most: number, missing: string) =>
  cellLine(most).refine((text) => text !== "", missing);

/** What nothing fills in is a warning of the set-up's check (lib/event-checks), no refusal. */
const statement = cellLine(2000);

const maximum = z.string("Enter the maximum.").transform((typed, context) => {
  const refusal =
    (typed.trim().startsWith("-") && REFUSAL_BELOW_ZERO) ||
    (typed.trim() === "" && "Enter the maximum.") ||
    refusalOfAmount(typed);
  if (refusal) context.addIssue(refusal);
  return creditsTyped(typed) ?? 0;
});

/** "8:00" too. Which times its day has is judged with the other fields. */
const localTime = (missing: string) =>
  z
    .string()
    .trim()
    .transform((typed) => typed.replace(/^(?=\d:)/, "0"))
    .superRefine((typed, context) => {
      if (!isLocalTime(typed)) context.addIssue(typed === "" ? missing : REFUSAL_OF_LOCAL_TIME);
    });
const timeZone = z.string().trim().refine(isZoneName, REFUSAL_OF_ZONE);
/** The one that the form showed: a change since then is not overwritten unseen. */
const version = z.coerce.number().int();
/** What the confirm step listed; absent where nothing was shown yet. */
const seen = z.string().max(64).default("");

const details = {
  code: filled(200, "Enter the code that files name the event by."),
  title: filled(300, "Enter the title."),
  activityTypeName: filled(200, "Choose the activity type."),
  learningFormat: filled(200, "Enter the learning format, such as live activity."),
  place: cellLine(200),
  creditTypeName: filled(200, "Choose the credit type."),
  accreditationStatement: statement,
};

export const addEventSchema = z.object({ ...details, timeZone });
export const changeEventSchema = z.object({ eventId: z.uuid(), version, seen, ...details });
export const moveZoneSchema = z.object({ eventId: z.uuid(), version, seen, timeZone });

export const saveEventDaySchema = z.object({
  eventId: z.uuid(),
  version,
  seen,
  /** Empty: a new day. */
  dayId: z.literal("").or(z.uuid()).default(""),
  day: typedDay(REFUSAL_OF_DATE, "Choose the day."),
  title: cellLine(200),
  starts: localTime("Fill in when it starts."),
  ends: localTime("Fill in when it ends."),
  maximum,
});

export const removeEventDaySchema = z.object({ eventId: z.uuid(), version, dayId: z.uuid() });

export const addDesignationSchema = z.object({
  eventId: z.uuid(),
  version,
  creditTypeName: filled(200, "Choose the credit type."),
  audience: z.enum(["physicians", "others", "all"], "Choose whom it is for."),
  maximum,
  approvalNumber: cellLine(200),
  statement,
});

export const changeDesignationSchema = addDesignationSchema
  .omit({ creditTypeName: true, audience: true })
  .extend({ designationId: z.uuid(), seen });

export const removeDesignationSchema = z.object({
  eventId: z.uuid(),
  version,
  designationId: z.uuid(),
});

const EVENT_SORTS = ["newest", "oldest", "title", "title-back"] as const;
export type EventSort = (typeof EVENT_SORTS)[number];

/** The list's filters as they stand in the address; what makes no sense is left out. */
export const eventListSchema = z.object({
  q: searched,
  type: z
    .string()
    .refine((text) => !text.includes("\0"))
    .optional()
    .catch(undefined),
  year: z.coerce.number().int().min(1900).max(2999).optional().catch(undefined),
  state: z.enum(["coming", "running", "ended"]).optional().catch(undefined),
  sort: sorted(EVENT_SORTS),
  after: z.uuid().optional().catch(undefined),
});

/** A day or a zone that was typed and touches claims, as it stands in the address of the confirm step. */
export const typedDaySchema = z.object({
  day: z.string().max(20).optional().catch(undefined),
  title: z.string().max(300).optional().catch(undefined),
  starts: z.string().max(20).optional().catch(undefined),
  ends: z.string().max(20).optional().catch(undefined),
  maximum: z.string().max(20).optional().catch(undefined),
});

export type AddEvent = z.output<typeof addEventSchema>;
export type ChangeEvent = z.output<typeof changeEventSchema>;
export type MoveZone = z.output<typeof moveZoneSchema>;
export type SaveEventDay = z.output<typeof saveEventDaySchema>;
export type RemoveEventDay = z.output<typeof removeEventDaySchema>;
export type AddDesignation = z.output<typeof addDesignationSchema>;
export type ChangeDesignation = z.output<typeof changeDesignationSchema>;
export type RemoveDesignation = z.output<typeof removeDesignationSchema>;
export type EventList = z.output<typeof eventListSchema>;
