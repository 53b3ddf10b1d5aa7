import { z } from "zod";

const days = z.array(z.uuid()).min(1, "Choose at least one day.");

export const declareRegistrationSchema = z.object({ eventId: z.uuid(), days });

export const declareDaysSchema = z.object({ registrationId: z.uuid(), days });

export type DeclareRegistration = z.infer<typeof declareRegistrationSchema>;
export type DeclareDays = z.infer<typeof declareDaysSchema>;
