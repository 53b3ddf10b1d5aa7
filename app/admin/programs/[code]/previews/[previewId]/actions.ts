"use server";

import { z } from "zod";
import { programPath } from "@/lib/addresses";
import { staffAction } from "@/lib/form-action";
import { savePreviewed } from "@/lib/rule-previews/commands";

export const saveVersion = staffAction(
  "change programs",
  z.object({ previewId: z.uuid() }),
  async (actor, { previewId }, now) => {
    const code = await savePreviewed(actor, previewId, now);
    return { redirectTo: programPath(code, { saved: "now" }) };
  },
);
