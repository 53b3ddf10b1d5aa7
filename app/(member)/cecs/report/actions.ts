"use server";

import { formAction, formQuestion } from "@/lib/form-action";
import { reportEntry } from "@/lib/reports/commands";
import { previewReport } from "@/lib/reports/queries";
import { reportSchema } from "@/lib/reports/schema";

export const saveReportAction = formAction(reportSchema, async (actor, report, now) => {
  await reportEntry(actor, report, now);
  return { redirectTo: "/cecs?reported=now" };
});

/** What saving would do, asked while the form is typed. It changes nothing. */
export const previewReportAction = formQuestion(({ memberId }, form, now) =>
  previewReport(memberId, form, now),
);
