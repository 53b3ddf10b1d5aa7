import { z } from "zod";

const password = z
  .string()
  .min(1, "Enter your password.")
  .max(256, "That is longer than any password here.");

const code = z.string().trim().min(1, "Enter the code.").max(40, "That is longer than any code.");

export const beginSchema = z.object({ password });
export const confirmSchema = z.object({ code });
export const proofSchema = z.object({ password, code });
export const proveSchema = z.object({ code, next: z.string().max(2000).optional() });
