"use server";

import { addNote } from "@/lib/correction-requests/commands";
import { addNoteSchema } from "@/lib/correction-requests/schema";
import { formAction } from "@/lib/form-action";

export const addNoteAction = formAction(addNoteSchema, async (actor, input, now) => {
  await addNote(actor, input, now);
  return { message: "Your note was sent." };
});
