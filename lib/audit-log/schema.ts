import { z } from "zod";
import { isDay } from "@/lib/calendar";
import { searched } from "@/lib/form-fields";
import { sorted } from "@/lib/list-search";

const day = z.string().refine(isDay).or(z.literal("")).default("").catch("");

/** The number of an entry, as far as the database counts. */
const sequence = z.coerce
  .bigint()
  .min(1n)
  .max(2n ** 63n - 1n);

/** The address of the audit log's page. */
export const auditSearchSchema = z.object({
  act: searched,
  who: searched,
  about: searched,
  from: day,
  to: day,
  sort: sorted(["newest", "oldest"]),
  /** The last entry of the page before. */
  after: sequence.nullable().default(null).catch(null),
});

export type AuditSearch = z.output<typeof auditSearchSchema>;
