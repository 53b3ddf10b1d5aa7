import { z } from "zod";
import { isId } from "@/lib/ids";
import { FIGURES } from "@/lib/renewals/standing";

const id = z.string().refine(isId).optional().catch(undefined);

/** The ledger of a renewal: behind which figure, and its place. */
export const renewalLedgerSchema = z.object({
  of: z.enum(FIGURES).optional().catch(undefined),
  after: id,
  before: id,
});
