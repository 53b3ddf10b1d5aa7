import { z } from "zod";
import { isId } from "@/lib/ids";
import type { Sort } from "@/lib/records/rules";

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
export const recordSchema = z.object({
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

export type RecordAddress = z.infer<typeof recordSchema>;

/** The ledger of one cycle: which reason, and its place. */
export const ledgerSchema = z.object({ reason: choice, after: id, before: id });
