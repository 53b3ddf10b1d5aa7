import { z } from "zod";
import { readAfter } from "@/lib/page-after";

/** Whose declarations are listed, and after which, as it stands in the address. */
export const onsiteListSchema = z.object({
  event: z.uuid().optional().catch(undefined),
  after: z.string().transform(readAfter).nullable().catch(null),
});
