import { z } from "zod";
import { isDay } from "@/lib/calendar";
import { searched } from "@/lib/form-fields";
import { isId } from "@/lib/ids";
import { sorted } from "@/lib/list-search";
import { readAfter } from "@/lib/page-after";
import { STATES } from "@/lib/renewals/rules";
import { FIGURES } from "@/lib/renewals/standing";

const id = z.string().refine(isId).optional().catch(undefined);

/** The ledger of a renewal: behind which figure, and its place. */
export const renewalLedgerSchema = z.object({
  of: z.enum(FIGURES).optional().catch(undefined),
  after: id,
  before: id,
});

const RENEWAL_SORTS = ["latest", "soonest", "name", "name-back"] as const;
export type RenewalSort = (typeof RENEWAL_SORTS)[number];

/** Staff's list of renewals: whose, in which state, due when, and its place. */
export const renewalsListSchema = z.object({
  q: searched,
  state: z.enum(STATES).optional().catch(undefined),
  due: z.string().refine(isDay).optional().catch(undefined),
  sort: sorted(RENEWAL_SORTS),
  after: z.string().transform(readAfter).nullable().catch(null),
});
