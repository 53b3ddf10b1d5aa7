"use server";

import { formAction } from "@/lib/form-action";
import { declareRegistration } from "@/lib/registrations/commands";
import { declareRegistrationSchema } from "@/lib/registrations/schema";

export const declareRegistrationAction = formAction(
  declareRegistrationSchema,
  async (actor, input, now) => {
    await declareRegistration(actor, input, now);
    return { redirectTo: "/events" };
  },
);
