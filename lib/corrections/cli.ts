import { z } from "zod";
import { correctDay } from "@/lib/corrections/commands";
import { correctDaySchema } from "@/lib/corrections/schema";
import { printCredits } from "@/lib/credits/amount";
import { DomainError } from "@/lib/errors";
import { findRegistrationId } from "@/lib/registrations/queries";
import { refusalOfUnknown } from "@/lib/registrations/rules";
import { runStaffAct } from "@/lib/staff-act";

await runStaffAct({
  usage:
    'Usage: npm run correct -- EVENT_CODE MEMBER_NUMBER DAY CREDITS --reason "WHY" [--as EMAIL]\n' +
    "DAY is a date such as 2026-04-11.",
  names: ["eventCode", "memberNumber", "day", "credits"],
  options: { reason: { type: "string", default: "" } },
  schema: correctDaySchema.omit({ registrationId: true }).extend({
    eventCode: z.string("Give the event's code."),
    memberNumber: z.string("Give the member's number."),
  }),
  run: async (actor, { eventCode, memberNumber, ...correction }, now) => {
    const registrationId = await findRegistrationId(eventCode, memberNumber);
    if (!registrationId) {
      throw new DomainError("invalid", refusalOfUnknown(eventCode, memberNumber));
    }
    const { from, to, issued } = await correctDay(actor, { registrationId, ...correction }, now);
    const certificate = issued
      ? `Certificate ${issued.number} is now version ${issued.version}.`
      : "No certificate is active.";
    return `${correction.day}: ${printCredits(from)} became ${printCredits(to)}. ${certificate}`;
  },
});
