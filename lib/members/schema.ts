import { z } from "zod";

export const professionSchema = z.object({
  profession: z.string().min(1, "Choose your profession.").max(100),
});

/** A ticked box per kind of mail; what is not ticked is switched off. */
export const mailsSchema = z.object({ mails: z.array(z.string()) });
