import { z } from "zod";
import type { Sort } from "@/lib/dashboard/rules";
import { isId } from "@/lib/ids";

const SORTS = [
  "-earned",
  "earned",
  "-reported",
  "-credits",
  "name",
  "format",
  "type",
] as const satisfies readonly Sort[];

const id = z.string().refine(isId).optional().catch(undefined);
const choice = z.string().max(100).optional().catch(undefined);

/** The dashboard's filters, order and place as they stand in the address; what makes no sense is left out. */
export const dashboardSchema = z.object({
  certification: id,
  format: choice,
  year: z
    .string()
    .regex(/^\d{4}$/)
    .optional()
    .catch(undefined),
  standing: choice,
  sort: z.enum(SORTS).catch("-earned"),
  after: id,
  before: id,
});

export type DashboardAddress = z.infer<typeof dashboardSchema>;

/** The ledger of one cycle: which reason, and its place. */
export const ledgerSchema = z.object({ reason: choice, after: id, before: id });
