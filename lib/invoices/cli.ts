import { z } from "zod";
import { todayIn } from "@/lib/calendar";
import { joinLateCredentials } from "@/lib/invoice-changes/commands";
import { issueInvoices } from "@/lib/invoices/commands";
import { findSettings } from "@/lib/settings/queries";
import { runStaffAct } from "@/lib/staff-act";

await runStaffAct({
  usage: "Usage: npm run invoices [-- --as EMAIL]",
  names: [],
  schema: z.object({}),
  run: async (actor, _input, now) => {
    const { timeZone } = await findSettings();
    const today = todayIn(timeZone, now);
    const issued = await issueInvoices(today, now, actor);
    const joined = await joinLateCredentials(today, now);
    return issued + joined === 0
      ? "No invoice is due to be issued."
      : `Issued ${issued} new and ${joined} changed.`;
  },
});
