"use server";

import { requestDeskPath } from "@/lib/addresses";
import { declineRequest } from "@/lib/correction-decisions/commands";
import { addNote } from "@/lib/correction-requests/commands";
import { addNoteSchema, declineRequestSchema } from "@/lib/correction-requests/schema";
import { correctClaim } from "@/lib/corrections/commands";
import { correctClaimSchema } from "@/lib/corrections/schema";
import { correctEntry } from "@/lib/entry-corrections/commands";
import { correctEntrySchema } from "@/lib/entry-corrections/schema";
import { staffAction } from "@/lib/form-action";
import { acceptByReissuing } from "@/lib/reissues/commands";
import { acceptByReissuingSchema } from "@/lib/reissues/schema";

const onward = (requestId: string | undefined) => ({
  redirectTo: requestDeskPath(requestId ?? "", { decided: "now" }),
});

export const correctClaimAction = staffAction(
  "correct credits",
  correctClaimSchema,
  async (actor, input, now) => {
    await correctClaim(actor, input, now);
    return onward(input.requestId);
  },
);

export const correctEntryAction = staffAction(
  "correct credits",
  correctEntrySchema,
  async (actor, input, now) => {
    await correctEntry(actor, input, now);
    return onward(input.requestId);
  },
);

export const reissueAction = staffAction(
  "correct credits",
  acceptByReissuingSchema,
  async (actor, input, now) => {
    await acceptByReissuing(actor, input, now);
    return onward(input.requestId);
  },
);

export const declineAction = staffAction(
  "correct credits",
  declineRequestSchema,
  async (actor, input, now) => {
    await declineRequest(actor, input, now);
    return onward(input.requestId);
  },
);

export const addNoteAction = staffAction(
  "correct credits",
  addNoteSchema,
  async (actor, input, now) => {
    await addNote(actor, input, now);
    return { message: "The member was sent your note." };
  },
);
