import { z } from "zod";
import { DomainError } from "@/lib/errors";
import { issueAllDue } from "@/lib/invoice-changes/commands";
import { FailedApart } from "@/lib/jobs/apart";
import { runStaffAct } from "@/lib/staff-act";

await runStaffAct({
  usage: "Usage: npm run invoices [-- --as EMAIL]",
  names: [],
  schema: z.object({}),
  run: async (actor, _input, now) => {
    const { issued, joined } = await issueAllDue(now, actor).catch(inWords);
    return issued + joined === 0
      ? "No invoice is due to be issued."
      : `Issued ${issued} new and ${joined} changed.`;
  },
});

/** Who failed kept no other back; why they failed, the log says. */
function inWords(error: unknown): never {
  throw error instanceof FailedApart ? new DomainError("conflict", error.message) : error;
}
