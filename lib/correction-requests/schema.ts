import { z } from "zod";
import { reason } from "@/lib/form-fields";
import { isId } from "@/lib/ids";
import { sorted } from "@/lib/list-search";

export const requestCorrectionSchema = z.object({
  registrationId: z.uuid(),
  /** Where the member asks from the certificate of the claim. */
  certificateNumber: z.string().optional(),
  message: reason("Say which day is wrong and what it should be."),
});

export const requestEntryCorrectionSchema = z.object({
  entryId: z.uuid(),
  message: reason("Say what is wrong and what it should be."),
});

export const requestRenewalCorrectionSchema = z.object({
  renewalId: z.uuid(),
  message: reason("Say what the certificate should show, and why."),
});

export const addNoteSchema = z.object({
  requestId: z.uuid(),
  /** Given to the form when it is opened: a note that is sent twice is kept once. */
  noteId: z.uuid({ version: "v7" }),
  text: reason("Write the note first."),
});

export const declineRequestSchema = z.object({
  requestId: z.uuid(),
  decisionNote: reason("Tell the member why."),
});

/** The queue as its address asks for it; what makes no sense is left out. */
export const queueSchema = z.object({
  state: z.enum(["open", "decided"]).catch("open"),
  /** Nothing: open ones the oldest first, decided ones the latest. */
  sort: sorted(["oldest", "newest"]),
  after: z.string().refine(isId).optional().catch(undefined),
});

export type RequestCorrection = z.infer<typeof requestCorrectionSchema>;
export type RequestEntryCorrection = z.infer<typeof requestEntryCorrectionSchema>;
export type RequestRenewalCorrection = z.infer<typeof requestRenewalCorrectionSchema>;
export type AddNote = z.infer<typeof addNoteSchema>;
export type DeclineRequest = z.infer<typeof declineRequestSchema>;
export type Queue = z.infer<typeof queueSchema>;
