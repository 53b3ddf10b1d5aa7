"use server";

import { staffAction } from "@/lib/form-action";
import { resolveNews } from "@/lib/refunds/commands";
import { resolveNewsSchema } from "@/lib/refunds/schema";

export const resolveNewsAction = staffAction(
  "refund payments",
  resolveNewsSchema,
  async (actor, input, now) => {
    await resolveNews(actor, input, now);
    return { message: "Resolved." };
  },
);
