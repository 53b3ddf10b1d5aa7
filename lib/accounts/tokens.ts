import "server-only";
import { createHash, createHmac, randomBytes } from "node:crypto";
import { env } from "@/lib/env";
import type { MessageKind } from "@/prisma/generated/enums";

/** 256 random bits for a cookie. */
export function newToken(): string {
  return randomBytes(32).toString("base64url");
}

/** What the database keeps of a token. */
export function hashOf(token: string): string {
  return createHash("sha256").update(token).digest("hex");
}

/**
 * The token of a reset link. It follows from the request's id and the server's secret, so that
 * neither the queue nor a mail at rest holds it: who reads the database has no link.
 */
export function resetToken(requestId: string): string {
  if (!env.SESSION_SECRET) throw new Error("SESSION_SECRET is not set");
  return createHmac("sha256", env.SESSION_SECRET)
    .update(`password-reset ${requestId}`)
    .digest("base64url");
}

/** What stands for the token in a mail of kind password_reset until it is sent or shown. */
export function tokenInMail(requestId: string): string {
  return `{reset-token ${requestId}}`;
}

/** The text of a mail with its link whole, for sending and for the local mail page. */
export function completeText({ kind, text }: { kind: MessageKind; text: string }): string {
  if (kind !== "password_reset") return text;
  return text.replace(/\{reset-token ([0-9a-f-]{36})\}/g, (_whole, id: string) => resetToken(id));
}
