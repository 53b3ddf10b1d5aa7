import "server-only";
import { createHash, createHmac, randomBytes } from "node:crypto";

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
 * neither the queue nor a mail at rest has to hold it.
 */
export function resetToken(requestId: string, secret: string): string {
  return createHmac("sha256", secret).update(`password-reset ${requestId}`).digest("base64url");
}
