import { z } from "zod";
import { isDay, isTimeZone } from "@/lib/calendar";
import { seen, ticked, whole, words } from "@/lib/form-fields";

const word = words(200);

const email = word.pipe(z.email("Enter the whole email address, such as info@example.org."));

/** "7, 90,30" is kept as "90, 30, 7". */
const severalDays = z
  .string()
  .transform((typed) => typed.split(/[\s,]+/).filter((part) => part !== ""))
  .refine(
    (parts) =>
      parts.length > 0 &&
      parts.length <= 6 &&
      parts.every((part) => /^[1-9]\d{0,2}$/.test(part) && Number(part) <= 365),
    "Enter up to six numbers of days from 1 to 365, such as 90, 30, 7.",
  )
  .transform((parts) => [...new Set(parts.map(Number))].toSorted((a, b) => b - a).join(", "));

/** What the association calls itself and how it works, as its form sends it. */
export const settingsSchema = z.object({
  /** What the form showed: another change since then is not overwritten. */
  seen,
  associationName: word,
  shortName: word,
  timeZone: word.refine(isTimeZone, "There is no such time zone. Such as Europe/Berlin."),
  paper: z.enum(["A4", "Letter"], "Choose A4 or Letter."),
  creditsEmail: email,
  membershipEmail: email,
  signatoryName: word,
  signatoryTitle: word,
  moveOn: z
    .string()
    .trim()
    .default("")
    .refine((typed) => typed === "" || isDay(typed), "Enter a date such as 2025-02-22, or nothing.")
    .transform((typed) => typed || null),
  onsiteWaitHours: whole(1, 1000),
  resetLinkMinutes: whole(5, 10_080),
  documentLimitMegabytes: whole(1, 100),
  collegeHourFactor: whole(1, 100),
  ceuFactor: whole(1, 100),
  invoiceDaysBefore: whole(1, 365),
  cycleEndingDays: severalDays,
  staffSecondFactor: ticked,
});

export type SettingsForm = z.output<typeof settingsSchema>;
