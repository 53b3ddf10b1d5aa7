"use server";

import { formAction } from "@/lib/form-action";
import { reportEntry } from "@/lib/reports/commands";
import { reportSchema } from "@/lib/reports/schema";

export const confirmReportAction = formAction(reportSchema, async (actor, report, now) => {
  await reportEntry(actor, report, now);
  return { redirectTo: "/cecs?reported=now" };
});
