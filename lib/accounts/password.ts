import "server-only";
import { hash, verify } from "@node-rs/argon2";

// argon2id, the library's default, at the cost that OWASP recommends.
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

// The same password can reach us as other code points from another keyboard.
const written = (password: string) => password.normalize("NFKC");

export function hashPassword(password: string): Promise<string> {
  return hash(written(password), COST);
}

/** Costs the same where there is no hash to compare with: the time tells nothing. */
export async function isPasswordRight(passwordHash: string | null, password: string) {
  const right = await verify(passwordHash ?? (await nobodys()), written(password));
  return right && passwordHash !== null;
}

let made: Promise<string> | undefined;

/** A hash that no password of an account fits. */
function nobodys(): Promise<string> {
  made ??= hashPassword(crypto.randomUUID());
  return made;
}
