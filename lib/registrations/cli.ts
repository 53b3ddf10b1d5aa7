import { z } from "zod";
import { DomainError } from "@/lib/errors";
import { settleDeclaredDays } from "@/lib/registrations/commands";
import { findRegistrationId } from "@/lib/registrations/queries";
import { refusalOfUnknown } from "@/lib/registrations/rules";
import { runStaffAct } from "@/lib/staff-act";

await runStaffAct({
  usage: "Usage: npm run confirm -- EVENT_CODE MEMBER_NUMBER [--remove] [--as EMAIL]",
  names: ["eventCode", "memberNumber"],
  options: { remove: { type: "boolean", default: false } },
  schema: z.object({
    eventCode: z.string("Give the event's code."),
    memberNumber: z.string("Give the member's number."),
    remove: z.boolean(),
  }),
  run: async (actor, { eventCode, memberNumber, remove }, now) => {
    const registrationId = await findRegistrationId(eventCode, memberNumber);
    if (!registrationId) {
      throw new DomainError("invalid", refusalOfUnknown(eventCode, memberNumber));
    }
    const days = await settleDeclaredDays(actor, { registrationId, remove }, now);
    if (days === 0) return "No day was waiting; nothing changed.";
    return `${days} ${days === 1 ? "day was" : "days were"} ${remove ? "removed" : "confirmed"}.`;
  },
});
