import { z } from "zod";
import { typedCredits } from "@/lib/credits/schema";
import { typedDay } from "@/lib/form-fields";

const text = (most: number) =>
  z.string().trim().min(1, "Fill in this field.").max(most, `Use at most ${most} characters.`);

/** A class that a member took, as its provider tells it: in the words and with the limits of the files. */
export const providerPostSchema = z.strictObject({
  /** The provider's own number: told again, it is the same post. */
  postId: text(100),
  memberNumber: text(100),
  dateEarned: typedDay("There is no such date; write it as 2025-03-29."),
  format: text(200),
  /** As typed: "1.5". */
  credits: typedCredits.refine((credits) => credits !== null, "Fill in this field."),
  creditType: text(200),
  courseNumber: z.string().trim().max(100, "Use at most 100 characters.").default(""),
  courseName: text(300),
});

export const providerPostsSchema = z
  .array(providerPostSchema)
  .min(1, "Send at least one post.")
  .max(1000, "Send at most 1,000 posts at once.");

export type ProviderPost = z.infer<typeof providerPostSchema>;
