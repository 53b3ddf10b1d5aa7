import { createHash } from "node:crypto";

/**
 * What a form showed, as one short text (SHA-256, hexadecimal) that it sends back: when the row says
 * something else by then, somebody changed it meanwhile.
 */
export function fingerprintOf(shown: Readonly<Record<string, unknown>>): string {
  const named = Object.entries(shown).sort(([a], [b]) => (a < b ? -1 : 1));
  return createHash("sha256").update(JSON.stringify(named)).digest("hex");
}
