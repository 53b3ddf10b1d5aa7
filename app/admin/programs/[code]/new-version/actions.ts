"use server";

import { rulePreviewPath } from "@/lib/addresses";
import { staffAction } from "@/lib/form-action";
import { ruleDraftSchema } from "@/lib/rule-drafts/schema";
import { startPreview } from "@/lib/rule-previews/commands";

export const previewVersion = staffAction(
  "change programs",
  ruleDraftSchema,
  async (actor, draft, now) => {
    const previewId = await startPreview(actor, draft, now);
    return { redirectTo: rulePreviewPath(draft.programCode, previewId) };
  },
);
