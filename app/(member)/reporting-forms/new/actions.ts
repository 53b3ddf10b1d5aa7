"use server";

import { reportingFormPath } from "@/lib/addresses";
import { formAction } from "@/lib/form-action";
import { saveForm } from "@/lib/reporting-forms/commands";
import { saveFormSchema } from "@/lib/reporting-forms/schema";

export const saveFormAction = formAction(saveFormSchema, async (actor, input, now) => {
  await saveForm(actor, input, now);
  return { redirectTo: reportingFormPath(input.formId, { saved: "now" }) };
});
