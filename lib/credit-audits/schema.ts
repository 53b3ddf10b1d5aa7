import { z } from "zod";
import { isDay } from "@/lib/calendar";
import { STATES } from "@/lib/credit-audits/rules";
import { note, reason } from "@/lib/form-fields";
import { isId } from "@/lib/ids";
import { readAfter } from "@/lib/page-after";

const why = reason("Tell the member why.");

const version = z.coerce.number().int().min(0);

const id = z.string().refine(isId).optional().catch(undefined);

/** Staff's list of audits: how they stand, of which draw, and its place. */
export const auditsListSchema = z.object({
  state: z.enum(STATES).optional().catch(undefined),
  draw: id,
  after: z.string().transform(readAfter).nullable().catch(null),
});

export const sendProofsSchema = z.object({ auditId: z.uuid(), version, note: note() });

export const bringProofSchema = z.object({
  auditId: z.uuid(),
  entryId: z.uuid(),
  documents: z.array(z.uuid()).min(1),
});

export const takeBackProofSchema = z.object({ auditId: z.uuid(), documentId: z.uuid() });

export const decideAuditSchema = z.object({
  auditId: z.uuid(),
  version,
  verdict: z.enum(["passed", "failed"]),
  note: why,
});

export const giveTimeSchema = z.object({
  auditId: z.uuid(),
  version,
  dueOn: z.string().trim().refine(isDay, "Enter a date."),
  /** Named apart from the note of the decision, which stands on the same page. */
  reason: why,
});

export type SendProofs = z.infer<typeof sendProofsSchema>;
export type BringProof = z.infer<typeof bringProofSchema>;
export type TakeBackProof = z.infer<typeof takeBackProofSchema>;
export type DecideAudit = z.infer<typeof decideAuditSchema>;
export type GiveTime = z.infer<typeof giveTimeSchema>;
