"use server";

import { formAction } from "@/lib/form-action";
import { removeFormDocument, sendForm, withdrawForm } from "@/lib/reporting-forms/commands";
import { formActSchema, formDocumentSchema } from "@/lib/reporting-forms/schema";

export const sendFormAction = formAction(formActSchema, async (actor, input, now) => {
  await sendForm(actor, input, now);
  return { message: "Sent." };
});

export const withdrawFormAction = formAction(formActSchema, async (actor, input, now) => {
  await withdrawForm(actor, input, now);
  return { message: "Withdrawn." };
});

export const removeDocumentAction = formAction(formDocumentSchema, async (actor, input, now) => {
  await removeFormDocument(actor, input, now);
  return { message: "Removed." };
});
