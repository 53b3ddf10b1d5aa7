import { z } from "zod";

export const renewByItselfSchema = z.object({
  renewalId: z.uuid(),
  /** Cycles of the credentials that renew by themselves; others wait on. */
  byItself: z.array(z.uuid()).min(1, "Choose at least one credential.").max(50),
});

export type RenewByItself = z.infer<typeof renewByItselfSchema>;
