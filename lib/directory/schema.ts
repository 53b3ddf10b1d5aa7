import { z } from "zod";
import { identifier } from "@/lib/accounts/schema";
import { isDay } from "@/lib/calendar";
import { cellLine, reason } from "@/lib/form-fields";

const optional = (most: number) => cellLine(most).transform((text) => text || null);

/** A birthday without its year; 2000 was a leap year. */
const monthDay = optional(5).refine(
  (text) => text === null || (/^\d\d-\d\d$/.test(text) && isDay(`2000-${text}`)),
  "Write month and day as MM-DD, such as 09-06.",
);

export const changeMemberSchema = z.object({
  memberId: z.uuid(),
  /** What the form showed: another change since then is not overwritten. */
  seen: z.string().length(64),
  firstName: cellLine(200),
  lastName: cellLine(200).refine((text) => text !== "", "Enter the last name."),
  suffix: cellLine(200),
  memberNumber: optional(100),
  username: optional(100),
  email: identifier.pipe(
    z.email("Enter the whole email address, such as name@example.org.").max(254),
  ),
  professionName: optional(200),
  birthMonthDay: monthDay,
  licenceState: optional(100),
  licenceNumber: optional(100),
  phone: optional(100),
  address: optional(500),
  localOfficeId: z
    .literal("")
    .or(z.uuid())
    .default("")
    .transform((id) => id || null),
});

export const memberActSchema = z.object({
  memberId: z.uuid(),
  reason: reason("Say why: the audit log keeps it."),
});

export type ChangeMember = z.output<typeof changeMemberSchema>;
export type MemberAct = z.output<typeof memberActSchema>;
