import { z } from "zod";

export const renewByItselfSchema = z.object({ renewalId: z.uuid() });

export type RenewByItself = z.infer<typeof renewByItselfSchema>;
