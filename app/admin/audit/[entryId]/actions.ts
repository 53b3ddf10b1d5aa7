"use server";

import { eraseValues } from "@/lib/audit-erasures/commands";
import { eraseValuesSchema } from "@/lib/audit-erasures/schema";
import { staffAction } from "@/lib/form-action";

export const erase = staffAction(
  "erase personal values",
  eraseValuesSchema,
  async (actor, input, now) => {
    await eraseValues(actor, input, now);
    return { message: "The personal values are erased." };
  },
);
