import { Secret, TOTP } from "otpauth";

/** What the member's app shows at this time. */
export function aCode(secret: string, now: Date): string {
  return new TOTP({ secret: Secret.fromBase32(secret.replaceAll(" ", "")) }).generate({
    timestamp: now.getTime(),
  });
}
