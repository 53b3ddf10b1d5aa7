import "server-only";
import {
  createCipheriv,
  createDecipheriv,
  createHash,
  hkdfSync,
  randomBytes,
  randomInt,
} from "node:crypto";
import { Secret, TOTP } from "otpauth";
import { env } from "@/lib/env";
import {
  RECOVERY_ALPHABET,
  RECOVERY_CODES,
  RECOVERY_LENGTH,
  SECONDS_A_STEP,
} from "@/lib/second-factors/rules";

const CIPHER = "aes-256-gcm";

/** A new secret to share with an app, in base32 as people type it: 160 bits (RFC 4226). */
export function newSecret(): string {
  return new Secret({ size: 20 }).base32;
}

/** The secret as the database keeps it; bound to its owner, so that a row copied elsewhere is worth nothing. */
export function sealSecret(secret: string, memberId: string): string {
  const nonce = randomBytes(12);
  const cipher = createCipheriv(CIPHER, sealingKey(), nonce).setAAD(Buffer.from(memberId));
  const sealed = Buffer.concat([cipher.update(secret, "utf8"), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), sealed]).toString("base64url");
}

/** Null: sealed under another server's secret, or for somebody else. */
export function openSecret(sealedSecret: string, memberId: string): string | null {
  const bytes = Buffer.from(sealedSecret, "base64url");
  const decipher = createDecipheriv(CIPHER, sealingKey(), bytes.subarray(0, 12))
    .setAAD(Buffer.from(memberId))
    .setAuthTag(bytes.subarray(12, 28));
  try {
    return decipher.update(bytes.subarray(28), undefined, "utf8") + decipher.final("utf8");
  } catch {
    return null;
  }
}

/**
 * The half minute since 1970 that a code belongs to; null: to none of the present, the last and the
 * next one, which is what a clock may be off (RFC 6238, 5.2).
 */
export function stepOf(code: string, secret: string, now: Date): number | null {
  const timestamp = now.getTime();
  const delta = totp(secret).validate({ token: code, timestamp, window: 1 });
  return delta === null ? null : Math.floor(timestamp / 1000 / SECONDS_A_STEP) + delta;
}

/** What the picture for the app says (otpauth://, the format of the authenticator apps). */
export function setupUri(secret: string, { issuer, label }: { issuer: string; label: string }) {
  return totp(secret, { issuer, label }).toString();
}

/** Ten codes of 80 random bits, as they are printed. */
export function newRecoveryCodes(): string[] {
  return Array.from({ length: RECOVERY_CODES }, () => {
    const letter = () => RECOVERY_ALPHABET[randomInt(RECOVERY_ALPHABET.length)];
    const code = Array.from({ length: RECOVERY_LENGTH }, letter).join("");
    return code.match(/.{4}/g)?.join("-") ?? code;
  });
}

/** What the database keeps of a recovery code, however it was typed. */
export function hashOfRecoveryCode(typed: string): string {
  const letters = typed.toUpperCase().replaceAll(/[^A-Z0-9]/g, "");
  return createHash("sha256").update(letters).digest("hex");
}

function totp(secret: string, named: { issuer?: string; label?: string } = {}): TOTP {
  // What every app takes, and some take nothing else.
  const algorithm = { algorithm: "SHA1", digits: 6, period: SECONDS_A_STEP };
  return new TOTP({ ...algorithm, ...named, secret: Secret.fromBase32(secret) });
}

function sealingKey(): Buffer {
  if (!env.SESSION_SECRET) throw new Error("SESSION_SECRET is not set");
  return Buffer.from(hkdfSync("sha256", env.SESSION_SECRET, "", "second factor", 32));
}
