"use server";

import { formAction } from "@/lib/form-action";
import { reportEntry } from "@/lib/reports/commands";
import { previewReport } from "@/lib/reports/queries";
import { reportSchema } from "@/lib/reports/schema";
import { requireActor } from "@/lib/session";

export const saveReportAction = formAction(reportSchema, async (actor, report, now) => {
  await reportEntry(actor, report, now);
  return { redirectTo: "/cecs?reported=now" };
});

/** What saving would do, asked while the form is typed. It changes nothing. */
export async function previewReportAction(form: FormData) {
  const { memberId } = await requireActor();
  return previewReport(memberId, form, new Date());
}
