import { z } from "zod";
import { MAILS_OF_CHOICE } from "@/lib/members/rules";

export const professionSchema = z.object({
  profession: z.string().min(1, "Choose your profession.").max(100),
});

const tick = z.literal("on").optional();

/** A box per kind of mail; one without its tick is switched off. */
export const mailsSchema = z.object(
  Object.fromEntries(MAILS_OF_CHOICE.map(({ kind }) => [kind, tick])),
);
