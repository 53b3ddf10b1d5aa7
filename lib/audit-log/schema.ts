import { z } from "zod";
import { isDay } from "@/lib/calendar";

const text = z.string().trim().max(320).default("").catch("");
const day = z.string().refine(isDay).or(z.literal("")).default("").catch("");

/** The address of the audit log's page. */
export const auditSearchSchema = z.object({
  act: text,
  who: text,
  about: text,
  from: day,
  to: day,
  before: z.coerce.bigint().nullable().default(null).catch(null),
});

export type AuditSearch = z.output<typeof auditSearchSchema>;
