"use server";

import { staffAction } from "@/lib/form-action";
import { decideLines } from "@/lib/line-decisions/commands";
import { decideLinesSchema } from "@/lib/line-decisions/schema";

const DONE = { approve: "Approved.", return: "Sent back.", reject: "Rejected." } as const;

export const decideLinesAction = staffAction(
  "review credit",
  decideLinesSchema,
  async (actor, input, now) => {
    await decideLines(actor, input, now);
    return { message: DONE[input.verdict] };
  },
);
